import type { Sink } from './colour.ts';
import { sendable } from './signature.ts';

const writes = new WeakMap<Sink, Sink['write']>();

/** From now on nothing that a text holds can steer the terminal: controls are shown, not sent. */
export function keepSafe(sink: Sink): void {
  const write = sink.write.bind(sink);
  const safe = (chunk: unknown, ...rest: readonly unknown[]): boolean =>
    Reflect.apply(write, sink, [typeof chunk === 'string' ? sendable(chunk) : chunk, ...rest]) === true;
  sink.write = safe;
  writes.set(sink, write);
}

/** Writes what must steer the terminal, and holds no text but in `sendable` form. */
export function writeControls(sink: Sink, text: string): void {
  (writes.get(sink) ?? sink.write.bind(sink))(text);
}
