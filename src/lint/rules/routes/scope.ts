import { semanticsOf } from '../../../model/index.ts';
import { defectsOf } from '../../ask/defects.ts';
import { set } from '../../fix/change.ts';
import type { Rule } from '../../rule.ts';

/** A recursive route whose gateway is shut out by scopes (docs/routeros.md#scope). */
export const scope: Rule = {
  id: 'routes/scope',
  level: 'error',
  title: { en: 'A recursive route that is never active', id: 'Rute recursive yang tidak pernah aktif' },
  why: {
    en: 'A gateway is only looked for by routes whose scope is at most the target-scope of the route that asks.',
    id: 'Gateway hanya dicari lewat rute yang scope-nya paling besar sama dengan target-scope rute yang meminta.',
  },
  check: subject =>
    defectsOf(subject, 'scope').flatMap(({ flaw, origins: [at, host] }) => {
      if (!at) return [];
      const { destination, table, gateway, targetScope, scope: counts, stated } = flaw;
      const isLifted = counts !== stated;
      return {
        at,
        what: {
          en: `${destination} in ${table} is never active: the route to its gateway ${gateway} ${isLifted ? `counts with scope ${counts} (RouterOS 7 lifts ${stated})` : `has scope ${stated}`}, above its target-scope ${targetScope}.`,
          id: `${destination} di ${table} tidak pernah aktif: rute ke gateway ${gateway} ${isLifted ? `dihitung dengan scope ${counts} (RouterOS 7 menaikkan ${stated})` : `punya scope ${stated}`}, di atas target-scope ${targetScope}.`,
        },
        do: isLifted
          ? {
              en: `Give this route target-scope=${counts}.`,
              id: `Beri rute ini target-scope=${counts}.`,
            }
          : {
              en: 'Give the host route scope=10, and this route target-scope=11 (10 on RouterOS 6).',
              id: 'Beri host route scope=10, dan rute ini target-scope=11 (10 di RouterOS 6).',
            },
        ...(host && {
          fix: {
            changes: [
              ...(isLifted ? [] : [set({ origin: host }, 'scope', '10')]),
              set(
                { origin: at },
                'target-scope',
                semanticsOf(subject.router.version).scopeLift ? '11' : '10',
              ),
            ],
            isSafe: true,
          },
        }),
        ...(host && { related: [{ at: host, text: { en: 'The host route.', id: 'Host route-nya.' } }] }),
      };
    }),
};
