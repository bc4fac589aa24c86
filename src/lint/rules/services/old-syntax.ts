import { semanticsOf } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';

/** Routes by routing-mark, which RouterOS 7 does not take (docs/routeros.md#v6-and-v7-syntax). */
export const oldSyntax: Rule = {
  id: 'services/old-syntax',
  level: 'info',
  title: { en: 'Text for RouterOS 6', id: 'Teks untuk RouterOS 6' },
  why: {
    en: 'RouterOS 7 has /routing table and routing-table instead of routing-mark in routes: an import of this text stops there.',
    id: 'RouterOS 7 memakai /routing table dan routing-table, bukan routing-mark di rute: impor teks ini berhenti di sana.',
  },
  check({ router, isPart }) {
    if (!isPart || !semanticsOf(router.version).impliedTables) return [];
    const at = router.routes.find(({ stated }) => stated?.properties.includes('routing-mark'));
    return at
      ? [
          {
            at,
            what: {
              en: 'routing-mark in a route is for RouterOS 6, and the text does not say its version.',
              id: 'routing-mark di rute hanya untuk RouterOS 6, dan teks ini tidak menyebut versinya.',
            },
            do: {
              en: 'jalur convert --to v7 writes the same configuration for RouterOS 7.',
              id: 'jalur convert --to v7 menulis konfigurasi yang sama untuk RouterOS 7.',
            },
          },
        ]
      : [];
  },
};
