/** In a second there is no time for what makes a program fast that runs for hours (docs/lab-notes.md#plans-of-long-texts). */
const options = [
  // Machine code is made of what runs three times as often as usual, with little of what it calls in it, and not of loops that run already:
  // half of the CPU time of a plan went into code that was hardly used any more.
  '--interrupt-budget=202752',
  '--max-inlined-bytecode-size-cumulative=100',
  '--no-use-osr',
  // Garbage of long life is looked for when room is short, not ahead of that by other threads.
  '--no-incremental-marking',
];

/** For a command that ends within a second. To be called when the program is loaded: what V8 kept of it when it was built is of its usual options. */
export function endSoon(): void {
  process.getBuiltinModule('node:v8').setFlagsFromString(options.join(' '));
}
