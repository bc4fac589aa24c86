import type { Writable } from 'node:stream';
import picocolors from 'picocolors';

/** Colour functions; each returns its text unchanged where colours are off. */
export type Colours = ReturnType<typeof picocolors.createColors>;

/** Where text goes: a stream that may be a terminal. */
export type Sink = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** Is there a person who wants colours? NO_COLOR is no-color.org's; `--no-color` counts wherever it stands. */
function wantsColours(): boolean {
  const { NO_COLOR = '', TERM } = process.env;
  return NO_COLOR === '' && TERM !== 'dumb' && !process.argv.includes('--no-color');
}

/** Colours only on a terminal, and only if they are wanted. */
export function coloursFor(sink: Sink): Colours {
  return picocolors.createColors(sink.isTTY === true && wantsColours());
}
