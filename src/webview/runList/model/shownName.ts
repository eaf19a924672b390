/** Names as a row and a tooltip can hold them; whoever wants all of a longer one opens the details. */
const longestName = 300;

/** The beginning of a name that is longer than anybody reads in a row. */
export function shownName(name: string): string {
  return name.length > longestName ? `${Array.from(name.slice(0, longestName)).slice(0, -1).join('')}…` : name;
}
