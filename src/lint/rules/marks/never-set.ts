import { defectsOf } from '../../ask/defects.ts';
import { set, unset } from '../../fix/change.ts';
import type { Rule } from '../../rule.ts';

const kinds = {
  'connection-mark': 'mark-connection',
  'routing-mark': 'mark-routing',
  'packet-mark': 'mark-packet',
} as const;

/** A rule that asks for a mark that none sets (docs/routeros.md#matchers). */
export const neverSet: Rule = {
  id: 'marks/never-set',
  level: 'error',
  title: {
    en: 'A rule asks for a mark that nothing sets',
    id: 'Aturan meminta mark yang tidak pernah diberikan',
  },
  why: {
    en: 'The rule never matches. Names of marks are compared letter by letter, and each kind of mark has names of its own.',
    id: 'Aturan itu tidak pernah cocok. Nama mark dibandingkan huruf demi huruf, dan setiap jenis mark punya namanya sendiri.',
  },
  check: subject =>
    defectsOf(subject, 'unset-mark').flatMap(({ flaw: { of, mark, near }, origins: [at, ...more] }) =>
      at
        ? {
            at,
            what: {
              en: `No rule sets the ${of} "${mark}", which this rule asks for.`,
              id: `Tidak ada aturan yang memberi ${of} "${mark}", yang diminta aturan ini.`,
            },
            do: near
              ? {
                  en: `Rules set the ${near.kind} "${near.mark}": ask for that.`,
                  id: `Yang diberikan aturan adalah ${near.kind} "${near.mark}": minta yang itu.`,
                }
              : {
                  en: `Correct the name, or set it with action=${kinds[of]}.`,
                  id: `Perbaiki namanya, atau berikan dengan action=${kinds[of]}.`,
                },
            ...(near && {
              fix: {
                changes: [at, ...more].flatMap(origin => [
                  ...(near.kind === of ? [] : [unset({ origin }, of)]),
                  set({ origin }, near.kind, near.mark),
                ]),
                isSafe: false,
                note: {
                  en: `It is taken for a slip of the pen for "${near.mark}".`,
                  id: `Ini dianggap salah tulis untuk "${near.mark}".`,
                },
              },
            }),
            related: more.map(one => ({
              at: one,
              text: { en: 'Asked here, too.', id: 'Diminta di sini juga.' },
            })),
          }
        : [],
    ),
};
