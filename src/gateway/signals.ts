import type { Gateway } from './running-gateway.ts';

/** What ends a gateway in order: everything is put back, unless it was started to leave it. */
const ending = ['SIGINT', 'SIGTERM', 'SIGQUIT'] as const;

/**
 * What must not matter to a gateway: of itself Node would open a debugger at SIGUSR1, and end at SIGUSR2. SIGPIPE it
 * ignores.
 */
const harmless = ['SIGUSR1', 'SIGUSR2'] as const;

type Obeying = Pick<Gateway, 'stop' | 'hangUp'>;

/** The signals of a process that is a gateway. */
export interface GatewaySignals {
  /** From now on it obeys; what came before it had started counts. */
  obey(gateway: Obeying): void;
}

/**
 * Takes over the signals of this process, before anything is changed: half a start is no state to end in. `onAgain`: asked
 * to end while it is ending already.
 */
export function gatewaySignals(onAgain: () => void = () => {}): GatewaySignals {
  let gateway: Obeying | undefined;
  let asked = false;
  for (const signal of harmless) process.on(signal, () => {});
  // Before it has started it has just read its configuration.
  process.on('SIGHUP', () => void gateway?.hangUp());
  for (const signal of ending) {
    process.on(signal, () => {
      if (asked) onAgain();
      asked = true;
      void gateway?.stop();
    });
  }
  return {
    obey(started) {
      gateway = started;
      if (asked) void started.stop();
    },
  };
}
