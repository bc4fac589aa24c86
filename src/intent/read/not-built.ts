import type { Fault } from '../fault.ts';

const balances: Readonly<Record<string, string>> = {
  adaptive: 'Shares that follow the measured rates of the lines',
  rendezvous: 'Buckets of which only those of a dead line move',
};

/** What is asked for and not there yet. It is refused: an office must not rest on what does nothing. */
export function notBuilt(stated: unknown): Fault[] {
  if (typeof stated !== 'object' || stated === null) return [];
  const { balance, spill } = stated as { readonly balance?: unknown; readonly spill?: unknown };
  const named =
    typeof balance === 'string' && Object.hasOwn(balances, balance) ? balances[balance] : undefined;
  return [
    ...(named === undefined
      ? []
      : [
          {
            path: ['balance'],
            what: `balance: ${String(balance)} is not built yet.`,
            why: `${named}: this version cannot do that.`,
            do: 'Write balance: both-addresses with weights of the lines, or balance: failover.',
          },
        ]),
    ...(spill === undefined
      ? []
      : [
          {
            ...{ path: ['spill'], part: 'key' as const },
            what: 'spill is not built yet.',
            why: 'New connections do not go to another line where one is full: this version cannot do that.',
            do: 'Take it away; the weights of the lines say how much each carries.',
          },
        ]),
  ];
}
