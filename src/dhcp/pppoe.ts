import { join } from 'node:path';
import { type PppoeLine, pppoeOptions } from '../linux/index.ts';
import { monotonicMs, packagePath } from '../sys/index.ts';
import type { LeaseEvent } from './client.ts';
import { parseLeaseLine } from './lease-line.ts';
import type { ServiceHooks } from './service.ts';
import { serviceSet } from './service-set.ts';
import type { ServiceSpec } from './service-spec.ts';

/** The lines that pppd dials now. What a provider gives is reported as a lease. */
export interface PppoeLines {
  /** Dials what is missing, hangs up what is not wanted, and does both where a line is another one now. */
  set(wanted: readonly PppoeLine[]): Promise<void>;
  /** Lets them run on without us. */
  leave(): Promise<void>;
}

interface Place {
  readonly stateDir: string;
  /** Is there a device of this name? */
  readonly hasDevice: (name: string) => boolean;
}

/** Options hold passwords, so they lie where a reboot empties the folder and nobody else looks. */
export const pppoeFolder = (stateDir: string): string => join(stateDir, 'ppp');

const nameOf = (device: string): string => `pppoe line ${device}`;

/** The process that a line is. A device of its name that it has not made itself is somebody else's line. */
export function pppoeSpec(line: PppoeLine, { stateDir, hasDevice }: Place): ServiceSpec {
  const { interface: device, password } = line;
  const path = join(pppoeFolder(stateDir), `${device}.options`);
  const voice = join(pppoeFolder(stateDir), `${device}.lease`);
  const teller = {
    up: packagePath('assets/ppp-up.sh'),
    down: packagePath('assets/ppp-down.sh'),
    file: voice,
  };
  return {
    name: nameOf(device),
    argv: ['pppd', 'file', path, 'nodetach'],
    file: { path, text: pppoeOptions(line, { password, teller }) },
    ...{ voice, isHeardByFile: true, takesLeave: true },
    obstacle: () =>
      hasDevice(device)
        ? `there is a device ${device} already: somebody else dials it, or it is no line`
        : undefined,
  };
}

export function pppoeLines(
  onEvent: (event: LeaseEvent) => void,
  hooks: Omit<ServiceHooks, 'onLine'>,
  place: Place,
): PppoeLines {
  /** What was heard last of each line that has an address. */
  const bound = new Map<string, string>();
  let askedMs = monotonicMs();
  const lost = (name: string): void => {
    if (bound.delete(name)) onEvent({ kind: 'lost', interface: name });
  };
  const gone = (service: string): void => {
    askedMs = monotonicMs();
    for (const name of [...bound.keys()]) if (nameOf(name) === service) lost(name);
  };
  const services = serviceSet({
    ...hooks,
    onLine(line) {
      const said = parseLeaseLine(line);
      if (said?.lease) {
        const { lease } = said;
        // A file is read when it is looked at first, and when it changes: that may be twice the same.
        if (bound.get(lease.interface) === line) return;
        bound.set(lease.interface, line);
        onEvent({
          kind: 'bound',
          interface: lease.interface,
          lease,
          durationMs: monotonicMs() - askedMs,
        });
      } else if (said) lost(said.interface);
    },
    onExit(service, said, againMs) {
      gone(service);
      hooks.onExit?.(service, said, againMs);
    },
    onStopped(service) {
      gone(service);
      hooks.onStopped?.(service);
    },
  });
  return {
    async set(wanted) {
      await services.set(wanted.map(line => pppoeSpec(line, place)));
    },
    leave: () => services.leave(),
  };
}
