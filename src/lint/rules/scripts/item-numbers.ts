import { type Line, linesOf, placeOfScript } from '../../ask/scripts/index.ts';
import type { Rule } from '../../rule.ts';

/** A script names items by numbers (docs/routeros.md#script-statements). */
export const itemNumbers: Rule = {
  id: 'scripts/item-numbers',
  level: 'warning',
  title: { en: `A script names items by their numbers`, id: `Skrip menyebut item dengan nomor` },
  why: {
    en: `Numbers are those of the last print, and move when an item is added: the script fails, or changes another item.`,
    id: `Nomor berasal dari print terakhir dan bergeser saat item ditambah: skrip gagal, atau mengubah item lain.`,
  },
  check: ({ router }) =>
    firstOfEach(linesOf(router)).flatMap(({ held, statement: { menu, text } }) => {
      const [, number] = byNumber.exec(text) ?? [];
      return number === undefined || menu === ''
        ? []
        : {
            at: placeOfScript(held),
            isLikely: true,
            what: {
              en: `The script changes item ${number} of ${menu}, whatever that is by then.`,
              id: `Skrip mengubah item ${number} di ${menu}, apa pun isinya saat itu.`,
            },
            do: {
              en: 'Give the item a comment, and use [find comment="…"].',
              id: 'Beri item itu komentar, lalu pakai [find comment="…"].',
            },
          };
    }),
};

const byNumber = /^(?:set|enable|disable|remove) "?(\d+)"?(?:\s|$)/;

/** A script that does it again and again is one finding. */
const firstOfEach = (lines: readonly Line[]): Line[] => {
  const hits = lines.filter(({ statement: { menu, text } }) => menu !== '' && byNumber.test(text));
  return hits.filter(({ held }, at) => hits.findIndex(other => other.held.item === held.item) === at);
};
