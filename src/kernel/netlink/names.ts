/** Names of interfaces by index, for decoding; `#7` for one that has gone meanwhile. */
export type LinkNames = (index: number) => string;

/** From a list of links. */
export function namesOf(links: readonly { readonly index: number; readonly name: string }[]): LinkNames {
  const names = new Map(links.map(({ index, name }) => [index, name]));
  return index => names.get(index) ?? `#${index}`;
}
