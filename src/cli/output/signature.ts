import { randomInt } from 'node:crypto';
import { visible } from '../../text/index.ts';

/**
 * What our own control sequences carry until they are sent: no text that is read can know it. It stands as a parameter,
 * so that whoever measures a coloured text leaves it out too (ECMA-48: CSI; Node strips numbers of up to four digits).
 */
const signature = [1, 2, 3].map(() => randomInt(1000, 10_000)).join(';');

/** Control sequences as ours. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they begin with it.
export const signed = (sequences: string): string => sequences.replaceAll(/\x1b\[/g, `\u001b[${signature};`);

/** A text for a terminal: our own control sequences as such, all other controls shown, not sent. */
export function sendable(text: string): string {
  return text.split(`\u001b[${signature};`).map(visible).join('\u001b[');
}
