import { type Router, wordsOf } from '../../model/index.ts';
import type { Diagnostic } from '../../text/index.ts';

const menus: readonly string[] = ['/interface bridge filter', '/interface bridge nat'];

/** Enabled rules about what passes a bridge: our program filters what is routed. */
export function bridgeRules({ kept }: Router): Diagnostic[] {
  return kept.flatMap(statement => {
    const { menu, span } = statement.origin;
    const words = wordsOf(statement);
    if (!menus.includes(menu) || !words.has('add') || words.get('disabled') === 'yes') return [];
    return [
      {
        id: 'linux/bridge-filter',
        severity: 'error',
        what: `This rule of ${menu} is not enforced on Linux.`,
        why: 'What passes from port to port of a bridge would not be filtered.',
        do: 'Disable the rule, or filter on the bridge of the host by other means.',
        span,
      },
    ];
  });
}
