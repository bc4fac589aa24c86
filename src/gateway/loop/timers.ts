/** Timers by name: at most one of each. None keeps the process alive. */
export interface NamedTimers<Name extends string> {
  /** Fires after that time; one of this name that runs already is replaced. */
  set(name: Name, afterMs: number): void;
  clear(): void;
}

export function namedTimers<Name extends string>(fire: (name: Name) => void): NamedTimers<Name> {
  const running = new Map<Name, NodeJS.Timeout>();
  return {
    set(name, afterMs) {
      clearTimeout(running.get(name));
      running.set(name, setTimeout(fire, afterMs, name).unref());
    },
    clear() {
      for (const timer of running.values()) clearTimeout(timer);
      running.clear();
    },
  };
}
