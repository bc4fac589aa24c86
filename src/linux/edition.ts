import { hex, inField, keptField } from './marks.ts';

// Decisions that connections keep are those of one edition of our table: whoever loads or changes a table gives it the next one,
// so that no packet is judged by the rules of an earlier one.

/** What stands in the text of a table for its edition. */
export const editionVariable = '$edition';

/** What stands for it together with the bit of connections that are with others than the router itself. */
export const forwardedVariable = '$forwarded';

const bitsOf = (edition: number): number => inField(keptField.edition, edition);
const forwardedBitsOf = (edition: number): number => (bitsOf(edition) | keptField.forwarded) >>> 0;

/** The first lines of a text that keeps decisions, which make it one that loads: `define edition = 0x00000200`. */
export const defineEdition: readonly string[] = [
  `define edition = ${hex(bitsOf(1))}`,
  `define forwarded = ${hex(forwardedBitsOf(1))}`,
];

const head = `${defineEdition.join('\n')}\n`;

/** Does the table keep decisions? */
export const hasEdition = (text: string): boolean => text.startsWith(head);

/** The text of that edition; one that keeps no decisions has none. */
export const asEdition = (text: string, edition: number): string =>
  hasEdition(text)
    ? text
        .slice(head.length)
        .replaceAll(editionVariable, hex(bitsOf(edition)))
        .replaceAll(forwardedVariable, hex(forwardedBitsOf(edition)))
    : text;

/** The one after; they begin anew when the bits are used up. */
export const editionAfter = (edition = 0): number => (edition % keptField.edition.limit) + 1;
