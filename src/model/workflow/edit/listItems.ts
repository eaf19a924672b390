/** Lists of things that have a name. */

/** The list with an item in the place of that of its name, or at the end. */
export function put<Named extends { readonly name: string }>(list: readonly Named[], item: Named): Named[] {
  return list.some(({ name }) => name === item.name)
    ? list.map((one) => (one.name === item.name ? item : one))
    : [...list, item];
}

/** The list with another name for an item, or without it. */
export function renamedIn<Named extends { readonly name: string }>(
  list: readonly Named[],
  name: string,
  to: string | null,
): Named[] {
  return list.flatMap((one) => (one.name !== name ? [one] : to === null ? [] : [{ ...one, name: to }]));
}
