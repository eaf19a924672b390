/** Stands in for node:crypto in the page's scripted hosts: versions only have to be told from each other. */
export function createHash(_algorithm: string) {
  let text = '';
  const hash = {
    update: (part: string) => {
      text += part;
      return hash;
    },
    digest: (_encoding: string): string => {
      let [low, high] = [0x811c9dc5, 0x01000193];
      for (let index = 0; index < text.length; index += 1) {
        low = Math.imul(low ^ text.charCodeAt(index), 0x01000193) >>> 0;
        high = Math.imul(high ^ low, 0x85ebca6b) >>> 0;
      }
      return (low.toString(16).padStart(8, '0') + high.toString(16).padStart(8, '0')).repeat(4);
    },
  };
  return hash;
}
