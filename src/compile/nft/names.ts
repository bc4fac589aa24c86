/** A name of RouterOS as a part of an nft identifier: letters, digits, `_`; anything else becomes `_`. Long ones end. */
function identifier(name: string): string {
  return name.replace(/[^A-Za-z0-9_]/g, '_').slice(0, 80);
}

/**
 * Identifiers for distinct names, distinct again: `a b` and `a-b` become `a_b` and `a_b_2`.
 * `taken`: identifiers that are not free.
 */
export function identifiers(
  names: readonly string[],
  prefix: string,
  taken: readonly string[] = [],
): ReadonlyMap<string, string> {
  const used = new Set(taken);
  return new Map(names.map(name => [name, free(`${prefix}${identifier(name)}`, used)]));
}

function free(wish: string, used: Set<string>): string {
  let name = wish;
  for (let n = 2; used.has(name); n++) name = `${wish}_${n}`;
  used.add(name);
  return name;
}
