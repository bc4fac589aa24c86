import { type Command, InvalidArgumentError, Option } from 'commander';
import type { HealthOptions } from '../../gateway/index.ts';

export interface HealthFlags {
  readonly pace: 'jalur' | 'routeros';
  readonly health: 'text' | 'auto';
  readonly failback: Failback;
}

type Failback = NonNullable<HealthOptions['failback']>;

const paceText =
  "jalur: dead lines are found by jalur's own probes and by what passes them, the timers of the text being upper bounds; routeros: by RouterOS's timers, as the text has them";
const healthText =
  'text: lines of which the configuration checks a route are judged, others by their link alone; auto: all WANs (needs --pace jalur)';

/** Adds `--pace`. */
export const withPace = (command: Command, usual: HealthFlags['pace']): Command =>
  command.addOption(new Option('--pace <pace>', paceText).choices(['jalur', 'routeros']).default(usual));

const failbackText =
  'connections that were opened while a line was dead: keep (they stay where they are when it returns), drain=MIN (they go back after so many minutes) or cut (at once); needs --pace jalur';

/** Adds `--pace`, `--health` and `--failback`. */
export const withHealth = (command: Command): Command =>
  withPace(command, 'jalur')
    .addOption(new Option('--health <which>', healthText).choices(['text', 'auto']).default('text'))
    .addOption(
      new Option('--failback <how>', failbackText)
        .argParser(parseFailback)
        .default({ kind: 'keep' } satisfies Failback, 'keep'),
    );

const longestMinutes = 7 * 24 * 60;

/** `keep`, `drain=10`, `cut`. */
export function parseFailback(text: string): Failback {
  if (text === 'keep' || text === 'cut') return { kind: text };
  const [, minutes] = /^drain=(\d+(?:\.\d+)?)$/.exec(text) ?? [];
  const isTime = minutes !== undefined && Number(minutes) <= longestMinutes;
  if (isTime) return { kind: 'drain', afterMs: Number(minutes) * 60_000 };
  throw new InvalidArgumentError(`It is keep, cut, or drain=MINUTES (up to ${longestMinutes}).`);
}

export const healthOptions = ({ pace, health, failback }: HealthFlags): HealthOptions => ({
  pace,
  autoHealth: health === 'auto',
  failback,
});
