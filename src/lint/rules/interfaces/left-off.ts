import { type Interface, type Router, referencesOf } from '../../../model/index.ts';
import { lineOf } from '../../ask/lines.ts';
import { set } from '../../fix/change.ts';
import type { Rule } from '../../rule.ts';

/** A dialled line that nobody turns on (docs/routeros.md#dial-up-clients). */
export const leftOff: Rule = {
  id: 'interfaces/left-off',
  level: 'error',
  title: { en: `A PPPoE client that is never turned on`, id: `Klien PPPoE yang tidak pernah dinyalakan` },
  why: {
    en: `A new PPPoE client is disabled unless the line says disabled=no: it does not dial, and what uses it waits for ever.`,
    id: `Klien PPPoE baru dalam keadaan mati kecuali ditulis disabled=no: tidak pernah dial, dan yang memakainya menunggu terus.`,
  },
  check: ({ router }) =>
    router.interfaces.filter(isLeftOff).flatMap(item => {
      const [use] = usesOf(router, item);
      return use
        ? {
            at: item,
            what: {
              en: `${item.name} does not say disabled=no, so it stays off; ${lineOf(use.origin).en} uses it.`,
              id: `${item.name} tidak menyebut disabled=no, jadi tetap mati; padahal dipakai di ${lineOf(use.origin).id}.`,
            },
            do: { en: 'Add disabled=no.', id: 'Tambahkan disabled=no.' },
            fix: {
              changes: [set(item, 'disabled', 'no')],
              isSafe: false,
              note: {
                en: 'The line begins to dial, and its routes become active.',
                id: 'Jalur ini mulai dial, dan rutenya menjadi aktif.',
              },
            },
          }
        : [];
    }),
};

const isLeftOff = ({ kind, disabled, stated }: Interface): boolean =>
  kind === 'pppoe-client' && disabled && stated !== undefined && !stated.properties.includes('disabled');

/** Enabled items that use it. */
const usesOf = (router: Router, { name }: Interface) =>
  (referencesOf(router).find('interface', name)?.uses ?? [])
    .map(({ item }) => item)
    .filter(({ disabled }) => disabled !== true);
