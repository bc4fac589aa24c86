import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Config } from '../../config/index.ts';
import type { HealthOptions } from '../../gateway/index.ts';
import { inAsked } from './language.ts';

/** Undefined: as an intent says, else the usual. */
export interface HealthFlags {
  readonly pace?: 'jalur' | 'routeros' | undefined;
  readonly health?: 'text' | 'auto' | undefined;
  readonly failback?: Failback | undefined;
}

const usualPace = 'jalur';

type Failback = NonNullable<HealthOptions['failback']>;

const paceText =
  "jalur: dead lines are found by jalur's own probes and by what passes them, the timers of the text being upper bounds; routeros: by RouterOS's timers, as the text has them";
const healthText =
  'text: lines of which the configuration checks a route are judged, others by their link alone; auto: all WANs (needs --pace jalur)';

/** Adds `--pace`; what is usual is said, not put in. */
export const withPace = (command: Command, usual: string): Command =>
  command.addOption(paceOption(`${paceText} (default: ${usual})`));

const paceOption = (text: string): Option => new Option('--pace <pace>', text).choices(['jalur', 'routeros']);

const failbackText =
  'connections that were opened while a line was dead: keep (they stay where they are when it returns), drain=MIN (they go back after so many minutes) or cut (at once); needs --pace jalur';

/** Adds `--pace`, `--health` and `--failback`. */
export const withHealth = (command: Command): Command =>
  command
    .addOption(paceOption(`${paceText} (default: ${orIntent(usualPace)})`))
    .addOption(
      new Option('--health <which>', `${healthText} (default: ${orIntent('text')})`).choices([
        'text',
        'auto',
      ]),
    )
    .addOption(
      new Option('--failback <how>', `${failbackText} (default: ${orIntent('keep')})`).argParser(
        parseFailback,
      ),
    );

const orIntent = (usual: string): string => `what gateway.yaml says, else ${usual}`;

const longestMinutes = 7 * 24 * 60;

/** `keep`, `drain=10`, `cut`. */
export function parseFailback(text: string): Failback {
  if (text === 'keep' || text === 'cut') return { kind: text };
  const [, minutes] = /^drain=(\d+(?:\.\d+)?)$/.exec(text) ?? [];
  const isTime = minutes !== undefined && Number(minutes) <= longestMinutes;
  if (isTime) return { kind: 'drain', afterMs: Number(minutes) * 60_000 };
  throw new InvalidArgumentError(
    inAsked({
      en: `It is keep, cut, or drain=MINUTES (up to ${longestMinutes}).`,
      id: `Bentuknya keep, cut, atau drain=MENIT (sampai ${longestMinutes}).`,
    }),
  );
}

export const healthOptions = ({ pace, health, failback }: HealthFlags): HealthOptions => ({
  pace,
  usualPace,
  autoHealth: health === undefined ? undefined : health === 'auto',
  failback,
});

/** What holds for a configuration. */
export function healthOf(flags: HealthFlags, run: Config['run']): HealthOptions {
  const { pace, autoHealth, failback } = healthOptions(flags);
  return {
    pace: pace ?? run.pace ?? usualPace,
    autoHealth: autoHealth ?? run.autoHealth,
    failback: failback ?? run.failback,
  };
}
