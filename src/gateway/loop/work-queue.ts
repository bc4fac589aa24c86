/** Work that takes time, done one piece after the other. */
export interface WorkQueue<T> {
  /** Asks for work on this value, after what is being done; a value that still waits is replaced, or joined with it. */
  ask(value: T): void;
  readonly busy: boolean;
  /** Resolves when nothing is being done and nothing waits. */
  idle(): Promise<void>;
}

/**
 * Serialises `work`; only the latest value that waits is worked on, or what `join` makes of all that wait. What `work` throws
 * ends the process.
 */
export function workQueue<T>(
  work: (value: T) => Promise<void>,
  join: (waiting: T, value: T) => T = (_, value) => value,
): WorkQueue<T> {
  let waiting: { readonly value: T } | undefined;
  let running: Promise<void> | undefined;

  const run = async (): Promise<void> => {
    while (waiting) {
      const { value } = waiting;
      waiting = undefined;
      await work(value);
    }
    running = undefined;
  };

  return {
    ask(value) {
      waiting = { value: waiting ? join(waiting.value, value) : value };
      running ??= run();
    },
    get busy() {
      return running !== undefined;
    },
    async idle() {
      await running;
    },
  };
}
