/** nft's units of time, in ms. */
const units = [
  ['second', 1000],
  ['minute', 60_000],
  ['hour', 3_600_000],
  ['day', 86_400_000],
] as const;

/** The shortest unit in which the rate is a whole number, else the day, rounded. */
export function perUnit(count: number, perMs: number): { amount: number; unit: string } {
  const exact = units.find(([, ms]) => Number.isInteger((count * ms) / perMs) && (count * ms) / perMs >= 1);
  const [unit, ms] = exact ?? (['day', 86_400_000] as const);
  return { amount: Math.max(1, Math.round((count * ms) / perMs)), unit };
}
