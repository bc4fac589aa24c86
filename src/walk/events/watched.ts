import type { Netwatch, Router } from '../../model/index.ts';
import { type HeldScript, scriptCouldChange, scriptForgets } from '../../rsc/index.ts';
import { probesOf } from './events.ts';
import { type Due, often } from './scripts.ts';

/** Does a script do something that a gateway has to do? */
export const isEffective = (router: Router, held: HeldScript): boolean =>
  held.text.trim() !== '' && (scriptCouldChange(router, held) || scriptForgets(router, held));

/** Netwatch that a gateway has to carry out: with scripts that do something. */
export function watchedProbes(router: Router): Netwatch[] {
  return probesOf(router, { engine: 'linux' }).filter(item =>
    [item.upScript, item.downScript].some(text => isEffective(router, { item, property: 'up-script', text })),
  );
}

/** What the scheduler runs again and again on a gateway. */
export const scheduledScripts = (router: Router): Due[] =>
  often(router).filter(due => isEffective(router, due));
