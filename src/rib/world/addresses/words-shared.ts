/** Words that say what something is, not which one. */
const general = new Set(
  'wan isp internet uplink route routes rota gateway default via main backup failover recursive check ping pppoe out ether ethernet sfp line link primary secondary table mark the for from interface bridge local'.split(
    ' ',
  ),
);

/** `ether1-ISP 1` → ether1, isp1. */
const wordsOf = (text: string): string[] =>
  [...text.toLowerCase().matchAll(/([a-z]+)[-_ ]?(\d+)|[a-z]{3,}/g)]
    .map(([whole, letters, number]) => (letters === undefined ? whole : `${letters}${number}`))
    .filter(word => !general.has(word));

/** Have two texts a word in common that none of the others has? */
export function wordsShared(one: string, other: string, others: readonly string[]): boolean {
  const taken = new Set(others.flatMap(wordsOf));
  const words = new Set(wordsOf(other).filter(word => !taken.has(word)));
  return wordsOf(one).some(word => words.has(word));
}
