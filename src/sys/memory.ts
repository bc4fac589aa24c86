import { native } from './native.ts';

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
  collectGarbage();
  setTimeout(returnFreed, settledMs).unref();
}

/** By then other threads have collected what their start left, too. */
const settledMs = 20_000;

/** Of this thread, at once; nothing where nobody prefers memory here. */
export function collectGarbage(): void {
  const collect = process.getBuiltinModule('node:vm').runInNewContext('globalThis.gc') as unknown;
  if (typeof collect === 'function') collect();
}

const mallocTrim = native<[keep: number], number>('int malloc_trim(size_t)');

/** What was freed by native code, of all threads, goes back to the system: glibc keeps it for later (malloc_trim(3)). */
function returnFreed(): void {
  try {
    mallocTrim(0);
  } catch {
    // Another libc: musl has no such call.
  }
}

/** Room for what is new in a thread that has little to do (resourceLimits of worker_threads). */
export const smallThread = { maxYoungGenerationSizeMb: 3 } as const;
