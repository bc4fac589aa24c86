import { ControlRefused } from './control/protocol.ts';
import type { Phase } from './options.ts';

/** Work that changes what a gateway does, one piece after the other; each rejects as its work does. */
export interface Turns {
  /** Another configuration, of which whoever watches over this process is told. */
  change<T>(work: () => Promise<T>): Promise<T>;
  /** Anything else that must not meet one of these. */
  take<T>(work: () => Promise<T>): Promise<T>;
}

/** `mustRun` throws ControlRefused where the gateway is about to end. */
export function takeTurns(say: (phase: Phase) => void, mustRun: () => void): Turns {
  let last: Promise<unknown> = Promise.resolve();
  const take = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(() => {
      mustRun();
      return work();
    });
    last = done.catch(() => {});
    return done;
  };
  return {
    take,
    change: work =>
      take(() => {
        say('changing');
        return work().finally(() => say('changed'));
      }),
  };
}

/** For who asked for nothing and hears nothing: of a gateway that ends nothing more is expected. */
export async function unlessEnding(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof ControlRefused)) throw error;
  }
}
