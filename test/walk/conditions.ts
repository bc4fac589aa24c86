import {
  type Chooser,
  makePacket,
  newState,
  type PacketParts,
  type Prepared,
  type WalkOptions,
  type WalkState,
  walk,
} from '../../src/walk/index.ts';
import { read } from './read.ts';

const base = { in: 'ether2', src: '192.168.0.10', dst: '8.8.8.8', srcPort: 40_000, dstPort: 443 } as const;

/** A packet from the small office to the Internet. */
export const packet = (parts: Partial<PacketParts> = {}) => makePacket({ ...base, ...parts });

/** The small office with one more rule, which drops what it forwards where the condition holds; the rule's line is 9. */
export const forward = (condition: string, options: Partial<WalkOptions> = {}, more = ''): Prepared =>
  read(`${more}/ip firewall filter\nadd chain=forward ${condition} action=drop\n`, options);

export const drops = (prepared: Prepared, state: WalkState, parts: Partial<PacketParts> = {}): boolean =>
  walk(prepared, state, packet(parts)).ending.kind === 'dropped';

/** Which of so many like packets at these clocks are dropped, as 1 and 0. */
export function series(
  condition: string,
  clocks: readonly number[],
  parts: readonly Partial<PacketParts>[] = [],
): string {
  const [prepared, state] = [forward(condition), newState()];
  return clocks
    .map((nowMs, i) => {
      state.nowMs = nowMs;
      return drops(prepared, state, { srcPort: 40_000 + i, ...parts[i] }) ? '1' : '0';
    })
    .join('');
}

/** A state in which every question is answered so. */
export function answering(answer: number, asked: unknown[] = []): WalkState {
  const state = newState();
  const choose: Chooser = (point, size, about) => {
    asked.push([point, size, about?.()]);
    return answer;
  };
  state.choose = choose;
  return state;
}
