import { unreadable as faultOf } from '../../../rsc/index.ts';
import { placeOfScript, scriptsOf } from '../../ask/scripts/index.ts';
import type { Rule } from '../../rule.ts';

/** A script with a bracket or a string that does not end (docs/routeros.md#script-statements). */
export const unreadable: Rule = {
  id: 'scripts/unreadable',
  level: 'error',
  title: { en: 'A script that the router cannot read', id: 'Skrip yang tidak bisa dibaca router' },
  why: {
    en: 'The router takes any text as a script and reads it when its time comes: with a syntax error nothing of it is carried out, but a line in the log.',
    id: 'Router menerima teks apa pun sebagai skrip dan baru membacanya saat dijalankan: kalau sintaksnya salah, tidak ada yang dijalankan selain satu baris di log.',
  },
  check: ({ router }) =>
    scriptsOf(router).flatMap(held => {
      const fault = faultOf(held.text);
      return fault === undefined
        ? []
        : [
            {
              at: placeOfScript(held),
              what: {
                en: `The router cannot read this ${held.property}: ${fault.en}`,
                id: `Router tidak bisa membaca ${held.property} ini: ${fault.id}`,
              },
              do: { en: 'Close it.', id: 'Tutuplah.' },
            },
          ];
    }),
};
