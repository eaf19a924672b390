/** The graph of the bench: 10 layers of 100 no-ops, each after two of the layer before. */
const layerCount = 10;
const layerSize = 100;

/** Ids in an order in which they can run, each with the ids that come before it. */
export const noops = Array.from({ length: layerCount * layerSize }, (_, index) => {
  const layer = Math.floor(index / layerSize);
  const place = index % layerSize;
  const before = layer === 0 ? [] : [idOf(layer - 1, place), idOf(layer - 1, (place + 1) % layerSize)];
  return { id: idOf(layer, place), before };
});

function idOf(layer, place) {
  return `layer-${layer}-${place}`;
}
