/**
 * For a command that ends within a second: machine code is made of what runs twice as often as usual. With V8's own measure
 * half of the CPU time of a plan went into code that was hardly used any more (docs/lab-notes.md#plans-of-long-texts). To be called
 * when the program is loaded: what V8 kept of it when it was built is of its usual options.
 */
export function endSoon(): void {
  process.getBuiltinModule('node:v8').setFlagsFromString('--interrupt-budget=135168');
}
