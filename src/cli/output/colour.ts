import type { Writable } from 'node:stream';
import picocolors from 'picocolors';
import { signed } from './signature.ts';

const names = ['red', 'yellow', 'green', 'cyan', 'bold', 'dim'] as const;

/** Colour functions; each returns its text unchanged where colours are off. */
export type Colours = Readonly<Record<(typeof names)[number], (text: string) => string>>;

/** Where text goes: a stream that may be a terminal. */
export type Sink = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** Is there a person who wants colours? NO_COLOR is no-color.org's; `--no-color` counts wherever it stands. */
function wantsColours(): boolean {
  const { NO_COLOR = '', TERM } = process.env;
  return NO_COLOR === '' && TERM !== 'dumb' && !process.argv.includes('--no-color');
}

/** Colours only on a terminal, and only if they are wanted. */
export function coloursFor(sink: Sink): Colours {
  const plain = picocolors.createColors(sink.isTTY === true && wantsColours());
  const each = names.map(name => [name, signedPaint(plain[name])] as const);
  return Object.fromEntries(each) as Record<(typeof names)[number], Paint>;
}

type Paint = (text: string) => string;

function signedPaint(paint: Paint): Paint {
  const bare = paint('|').split('|');
  if (bare[0] === '') return paint;
  const [open = '', close = ''] = bare.map(signed);
  return text => `${open}${text.replaceAll(close, close + open)}${close}`;
}
