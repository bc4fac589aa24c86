import { hex, inField, keptField } from './marks.ts';

// Decisions that connections keep are those of one edition of our table: whoever loads or changes a table gives it the next one,
// so that no packet is judged by the rules of an earlier one.

/** What stands in the text of a table for its edition. */
export const editionVariable = '$edition';

/** The first line of a text that keeps decisions, which makes it one that loads: `define edition = 0x00000100`. */
export const defineEdition = `define edition = ${hex(inField(keptField.edition, 1))}`;

/** Does the table keep decisions? */
export const hasEdition = (text: string): boolean => text.startsWith(`${defineEdition}\n`);

/** The text of that edition; one that keeps no decisions has none. */
export const asEdition = (text: string, edition: number): string =>
  hasEdition(text)
    ? text
        .slice(defineEdition.length + 1)
        .replaceAll(editionVariable, hex(inField(keptField.edition, edition)))
    : text;

/** The one after; they begin anew when the bits are used up. */
export const editionAfter = (edition = 0): number => (edition % keptField.edition.limit) + 1;
