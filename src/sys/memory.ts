/** What is new gets no more room than it has, and no other thread is woken for the little that is collected at a time. */
const options = [
  '--optimize-for-size',
  '--semi-space-growth-factor=1',
  '--no-parallel-scavenge',
  '--expose-gc',
];

/**
 * From now on memory is worth more than speed: garbage is collected often, that of the start at once (some 20 ms). Threads that are
 * started after it take longer to start.
 */
export function preferMemory(): void {
  const { setFlagsFromString } = process.getBuiltinModule('node:v8');
  for (const option of options) setFlagsFromString(option);
  (process.getBuiltinModule('node:vm').runInNewContext('gc') as () => void)();
}

/** Room for what is new in a thread that has little to do (resourceLimits of worker_threads). */
export const smallThread = { maxYoungGenerationSizeMb: 3 } as const;
