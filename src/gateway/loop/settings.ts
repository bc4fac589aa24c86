import type { ProgramSysctl } from '../../linux/index.ts';
import { type Namespace, readSysctl, unlessRefused } from '../../sys/index.ts';
import { reason } from '../core/index.ts';

/** Kernel settings that are looked at each second: most of them the kernel reports to nobody. */
export interface WatchedSettings {
  set(wanted: readonly ProgramSysctl[]): void;
  stop(): void;
}

const everyMs = 800;

/** Those of interfaces come as events (RTM_NEWNETCONF of rtnetlink(7)), and there may be very many. */
const isReported = /^net\.ipv[46]\.(conf[./]|ip_forward$)/;

/** `onChange` hears the sentence about the first one that is not as it was set. */
export function watchedSettings(
  ns: Namespace | undefined,
  onChange: (reason: string) => void,
): WatchedSettings {
  let watched: readonly ProgramSysctl[] = [];
  // Where they cannot be read now, they are with the next look.
  const look = (): void =>
    unlessRefused(() => {
      const other = watched.find(({ key, value }) => (readSysctl(key, ns) ?? value) !== value);
      if (other) onChange(reason('setting', { name: other.key }));
    });
  const timer = setInterval(look, everyMs);
  timer.unref();
  return {
    set(wanted) {
      watched = wanted.filter(({ key }) => !isReported.test(key));
    },
    stop: () => clearInterval(timer),
  };
}
