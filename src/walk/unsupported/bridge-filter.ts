import { type Router, wordsOf } from '../../model/index.ts';
import type { Placed } from './placed.ts';

const menus: readonly string[] = ['/interface bridge filter', '/interface bridge nat'];

/** Enabled rules about what passes a bridge: our program filters what is routed. */
export function bridgeRules({ kept }: Router): Placed[] {
  return kept.flatMap(statement => {
    const { menu, span } = statement.origin;
    const words = wordsOf(statement);
    if (!menus.includes(menu) || !words.has('add') || words.get('disabled') === 'yes') return [];
    return [
      {
        finding: {
          id: 'linux/bridge-filter',
          severity: 'error',
          what: {
            en: `This rule of ${menu} is not enforced on Linux.`,
            id: `Aturan ${menu} ini tidak ditegakkan di Linux.`,
          },
          why: {
            en: 'What passes from port to port of a bridge would not be filtered.',
            id: 'Yang lewat dari port ke port sebuah bridge tidak akan difilter.',
          },
          do: {
            en: 'Disable the rule, or filter on the bridge of the host by other means.',
            id: 'Nonaktifkan aturan itu, atau filter di bridge host dengan cara lain.',
          },
        },
        span,
      },
    ];
  });
}
