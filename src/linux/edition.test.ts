import { expect, it } from 'vitest';
import { asEdition, defineEdition, editionAfter, hasEdition } from './edition.ts';

const text = `${defineEdition.join('\n')}\ntable inet jalur {\n  ct mark & 0x00003e00 == $edition\n  $forwarded\n}\n`;

it('a text that keeps decisions: an edition of it has its number and no definition', () => {
  expect(asEdition(text, 2)).toBe(
    'table inet jalur {\n  ct mark & 0x00003e00 == 0x00000400\n  0x00000500\n}\n',
  );
});

it('a text that keeps none: it is the same in each edition', () => {
  const plain = 'table inet jalur {\n  comment "$edition"\n}\n';
  expect(hasEdition(plain)).toBe(false);
  expect(asEdition(plain, 2)).toBe(plain);
});

it('editions begin anew when their bits are used up, and none is 0', () => {
  expect([undefined, 1, 30, 31].map(editionAfter)).toEqual([1, 2, 31, 1]);
});
