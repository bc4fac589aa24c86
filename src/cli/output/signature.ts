import { visible } from '../../text/index.ts';

/**
 * What our own control sequences carry until they are sent: no text that is read can know it. It stands as a parameter,
 * so that whoever measures a coloured text leaves it out too (ECMA-48: CSI; Node strips numbers of up to four digits).
 * Undefined until there is such a sequence: most output has no colours, and Node takes 10 ms to load what draws numbers.
 */
let signature: string | undefined;

function newSignature(): string {
  const { randomInt } = process.getBuiltinModule('node:crypto');
  return [1, 2, 3].map(() => randomInt(1000, 10_000)).join(';');
}

/** Control sequences as ours. */
export function signed(sequences: string): string {
  signature ??= newSignature();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they begin with it.
  return sequences.replaceAll(/\x1b\[/g, `\u001b[${signature};`);
}

/** A text for a terminal: our own control sequences as such, all other controls shown, not sent. */
export function sendable(text: string): string {
  if (signature === undefined) return visible(text);
  return text.split(`\u001b[${signature};`).map(visible).join('\u001b[');
}
