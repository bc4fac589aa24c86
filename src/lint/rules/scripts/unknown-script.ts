import type { Router } from '../../../model/index.ts';
import { meant } from '../../../rsc/index.ts';
import { type Held, placeOfScript, scriptsOf } from '../../ask/scripts/index.ts';
import type { Rule, Said } from '../../rule.ts';

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
            en: `There is no script ${name}, which is to run here.${nearOf(name, names).en}`,
            id: `Skrip ${name} yang akan dijalankan di sini tidak ada.${nearOf(name, names).id}`,
          },
          do: {
            en: 'Correct the name, or add the script in /system script.',
            id: 'Perbaiki namanya, atau tambahkan di /system script.',
          },
        })),
    );
  },
};

/** A name that was probably meant. */
function nearOf(name: string, names: readonly string[]): Said {
  const near = meant(name, names);
  return near === undefined
    ? { en: '', id: '' }
    : { en: ` Did you mean '${near}'?`, id: ` Maksudnya '${near}'?` };
}

const scriptNames = ({ plain }: Router): string[] =>
  plain.filter(({ menu }) => menu === '/system script').map(({ properties }) => properties['name'] ?? '');

/** A name alone, or what `/system script run` names. */
function calledBy({ text, property }: Held): string[] {
  const isName = /^[\w.-]+$/.test(text.trim()) && property !== 'source';
  const run = [...text.matchAll(/system[ /]script[ /]run "?([\w.-]+)"?/g)].map(([, name = '']) => name);
  return isName ? [text.trim()] : run;
}
