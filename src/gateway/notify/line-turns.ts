import type { LineReply } from '../replies/index.ts';
import type { CountedTraffic } from '../traffic/index.ts';

export interface LineTurnsOptions {
  readonly everySecond: CountedTraffic['everySecond'];
  readonly lines: () => readonly LineReply[];
  /** The gateway does not say itself when a line turns. */
  readonly isWanted: () => boolean;
  readonly hear: (line: LineReply) => void;
}

/** Lines that turn, looked for once a second. */
export function lineTurns({ everySecond, lines, isWanted, hear }: LineTurnsOptions): { stop(): void } {
  let before = new Map<string, string>();
  return everySecond({
    isWanted,
    hear() {
      const now = lines();
      for (const line of now) if (before.get(line.line) !== line.status) hear(line);
      before = new Map(now.map(({ line, status }) => [line, status]));
    },
  });
}
