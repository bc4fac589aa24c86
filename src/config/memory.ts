/** From this length in bytes on it matters how many times its size a text takes. */
const long = 256 * 1024;

/**
 * V8 lets a heap grow to more than twice what it holds before it looks for what is not needed, and gives up to 48 MB to
 * what is young: a text of 5 MB would take 60 times its size. For a long text a quarter more has to do, and as little
 * for the young as there is now, which costs up to a fifth of the time (docs/lab-notes.md#memory-of-reading).
 */
export function saveMemoryFor(length: number): void {
  if (length < long) return;
  // Loaded for long texts alone: it takes as long as reading a short one.
  const { setFlagsFromString } = process.getBuiltinModule('node:v8');
  setFlagsFromString('--heap-growing-percent=25');
  setFlagsFromString('--semi-space-growth-factor=1');
}
