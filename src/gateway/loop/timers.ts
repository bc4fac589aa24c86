/** Timers by name: at most one of each. None keeps the process alive. */
export interface NamedTimers<Name extends string> {
  /** Fires after that time, never before; one of this name that runs already is replaced. */
  set(name: Name, afterMs: number): void;
  clear(): void;
}

/** Timers of Node count 31 bits: what is longer it takes for 1 ms. */
const longestMs = 2 ** 31 - 1;

/** `nowMs`: CLOCK_MONOTONIC. */
export function namedTimers<Name extends string>(
  nowMs: () => number,
  fire: (name: Name) => void,
): NamedTimers<Name> {
  const running = new Map<Name, NodeJS.Timeout>();
  /** Node counts from where its event loop last looked at the clock, so where that is busy a timer comes early. */
  const wait = (name: Name, untilMs: number): void => {
    const restMs = untilMs - nowMs();
    const timer = setTimeout(
      () => {
        if (nowMs() < untilMs) return wait(name, untilMs);
        fire(name);
      },
      Math.min(longestMs, Math.max(0, restMs)),
    );
    running.set(name, timer.unref());
  };
  return {
    set(name, afterMs) {
      clearTimeout(running.get(name));
      wait(name, nowMs() + afterMs);
    },
    clear() {
      for (const timer of running.values()) clearTimeout(timer);
      running.clear();
    },
  };
}
