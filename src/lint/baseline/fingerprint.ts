import { onOneLine } from '../../rsc/index.ts';
import type { Diagnostic } from '../../text/index.ts';

/**
 * What a finding is about, without where it stands: its rule and the whole line of its statement, wrapped lines joined. Edits
 * elsewhere and lines in another order leave it as it is. 16 hexadecimal digits.
 */
export function fingerprintOf({ id, span }: Diagnostic, text: string): string {
  return hash(`${id}\n${onOneLine(lineAt(text, span.start.line))}`);
}

/** The line, from 1, with those that it goes on from and goes on in. */
function lineAt(text: string, line: number): string {
  const lines = text.split('\n');
  const goesOn = (at: number): boolean => /\\\r?$/.test(lines[at] ?? '');
  let [from, to] = [line - 1, line - 1];
  while (from > 0 && goesOn(from - 1)) from--;
  while (goesOn(to)) to++;
  return lines.slice(from, to + 1).join('\n');
}

const mask = 0xffff_ffff_ffff_ffffn;

/** FNV-1a of 64 bits over UTF-16 units: the same everywhere, and no secret. */
function hash(text: string): string {
  let value = 0xcbf2_9ce4_8422_2325n;
  for (let at = 0; at < text.length; at++)
    value = ((value ^ BigInt(text.charCodeAt(at))) * 0x100_0000_01b3n) & mask;
  return value.toString(16).padStart(16, '0');
}
