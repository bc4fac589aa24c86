import type { Router } from '../../../model/index.ts';
import { type Held, placeOfScript, scriptsOf } from '../../ask/scripts.ts';
import type { Rule } from '../../rule.ts';

/** Something runs a script that the text does not have (docs/routeros.md#scheduler). */
export const unknownScript: Rule = {
  id: 'scripts/unknown-script',
  level: 'warning',
  title: { en: `A script that does not exist is to be run`, id: `Skrip yang dijalankan tidak ada` },
  why: {
    en: `Nothing happens when its time comes, but a line in the log.`,
    id: `Saat waktunya tiba tidak terjadi apa-apa, selain satu baris di log.`,
  },
  check({ router, isPart }) {
    const names = scriptNames(router);
    if (isPart && names.length === 0) return [];
    return scriptsOf(router).flatMap(held =>
      calledBy(held)
        .filter(name => !names.includes(name))
        .map(name => ({
          at: placeOfScript(held),
          what: {
            en: `There is no script ${name}, which is to run here.`,
            id: `Skrip ${name} yang akan dijalankan di sini tidak ada.`,
          },
          do: {
            en: 'Correct the name, or add the script in /system script.',
            id: 'Perbaiki namanya, atau tambahkan di /system script.',
          },
        })),
    );
  },
};

const scriptNames = ({ plain }: Router): string[] =>
  plain.filter(({ menu }) => menu === '/system script').map(({ properties }) => properties['name'] ?? '');

/** A name alone, or what `/system script run` names. */
function calledBy({ text, property }: Held): string[] {
  const isName = /^[\w.-]+$/.test(text.trim()) && property !== 'source';
  const run = [...text.matchAll(/system[ /]script[ /]run "?([\w.-]+)"?/g)].map(([, name = '']) => name);
  return isName ? [text.trim()] : run;
}
