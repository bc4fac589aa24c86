import { inField, markLayout, type Program } from '../../../linux/index.ts';
import type { Forgotten } from '../../../rsc/index.ts';
import type { ConnectionChoice } from '../effect.ts';

const protocols: Readonly<Record<string, number>> = { icmp: 1, tcp: 6, udp: 17, gre: 47 };

/** Connections as the kernel tells them apart; a mark that the program has not is that of none. */
export function chosenConnections(forgotten: readonly Forgotten[], { marks }: Program): ConnectionChoice[] {
  return forgotten.flatMap(({ mark, protocol }): ConnectionChoice[] => {
    const number = protocol === undefined ? undefined : (protocols[protocol] ?? Number(protocol));
    if (number !== undefined && Number.isNaN(number)) return [];
    if (mark === undefined) return [{ mark: 0, mask: 0, protocol: number }];
    const { mask } = markLayout.connection;
    if (mark === 'no-mark') return [{ mark: inField(markLayout.connection, 0), mask, protocol: number }];
    const found = marks?.names.find(one => one.kind === 'connection' && one.name === mark);
    return found ? [{ mark: found.value, mask: found.mask, protocol: number }] : [];
  });
}
