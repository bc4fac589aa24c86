import { visible } from '../../text/index.ts';
import type { Sink } from './colour.ts';

/** What colours and live blocks write to a terminal themselves (ECMA-48: SGR, CUU, EL, ED, DECTCEM). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are control sequences.
const ours = /(\x1b\[(?:\d+(?:;\d+)*m|\d+A|K|J|\?25[lh])|\r)/;

/** From now on nothing that a text holds can steer the terminal: controls are shown, not sent. */
export function keepSafe(sink: Sink): void {
  const write = sink.write.bind(sink);
  const shown = (text: string): string =>
    sink.isTTY === true
      ? text
          .split(ours)
          .map((part, i) => (i % 2 === 1 ? part : visible(part)))
          .join('')
      : visible(text);
  const safe = (chunk: unknown, ...rest: readonly unknown[]): boolean =>
    Reflect.apply(write, sink, [typeof chunk === 'string' ? shown(chunk) : chunk, ...rest]) === true;
  sink.write = safe;
}
