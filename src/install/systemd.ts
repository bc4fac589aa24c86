import { existsSync } from 'node:fs';
import { run } from '../sys/index.ts';

const unitName = 'jalur.service';

/** Is systemd what starts services here (sd_booted(3))? */
export const hasSystemd = (): boolean => existsSync('/run/systemd/system');

const systemctl = (...words: readonly string[]): boolean =>
  run(['systemctl', ...words], { allowFailure: true, timeoutMs: 180_000 }).code === 0;

/** systemd looks at the units again. */
export const reloadUnits = (): void => void run(['systemctl', 'daemon-reload']);

/** From now on at each boot, and now; one that runs is started anew. Throws EnvironmentError with what systemd says. */
export function startService(): void {
  run(['systemctl', 'enable', unitName]);
  run(['systemctl', 'restart', unitName], { timeoutMs: 180_000 });
}

/** Not any more, and not at the next boot. It may be known to systemd no more. */
export const stopService = (): void => void systemctl('disable', '--now', unitName);
