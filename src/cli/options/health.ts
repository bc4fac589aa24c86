import { type Command, Option } from 'commander';
import type { HealthOptions } from '../../gateway/index.ts';

export interface HealthFlags {
  readonly pace: 'jalur' | 'routeros';
  readonly health: 'text' | 'auto';
}

const paceText =
  "jalur: dead lines are found by jalur's own probes and by what passes them, the timers of the text being upper bounds; routeros: by RouterOS's timers, as the text has them";
const healthText =
  'text: lines of which the configuration checks a route are judged, others by their link alone; auto: all WANs (needs --pace jalur)';

/** Adds `--pace`. */
export const withPace = (command: Command, usual: HealthFlags['pace']): Command =>
  command.addOption(new Option('--pace <pace>', paceText).choices(['jalur', 'routeros']).default(usual));

/** Adds `--pace` and `--health`. */
export const withHealth = (command: Command): Command =>
  withPace(command, 'jalur').addOption(
    new Option('--health <which>', healthText).choices(['text', 'auto']).default('text'),
  );

export const healthOptions = ({ pace, health }: HealthFlags): HealthOptions => ({
  pace,
  autoHealth: health === 'auto',
});
