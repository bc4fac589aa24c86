import type { Item, Router } from '../../model/index.ts';
import { type HeldScript, scriptCouldChange } from '../../rsc/index.ts';
import type { Diagnostic } from '../../text/index.ts';
import { atStartup, atTimes } from './scripts.ts';

/** Scripts that our Linux program does not carry out though they would change something: of netwatch and the scheduler. */
export function scriptsLeftAlone(router: Router): Diagnostic[] {
  const probes = router.netwatch
    .filter(({ disabled }) => !disabled)
    .flatMap((item): HeldScript[] => [
      { item, property: 'up-script', text: item.upScript },
      { item, property: 'down-script', text: item.downScript },
    ]);
  const held = [...probes, ...atStartup(router), ...atTimes(router)];
  const items = held.filter(one => one.text !== '' && scriptCouldChange(router, one)).map(({ item }) => item);
  return [...new Set(items)].map(leftAlone);
}

const leftAlone = ({ origin }: Item): Diagnostic => ({
  id: 'linux/script-not-carried-out',
  severity: 'warning',
  what: `The script of this item of ${origin.menu} is not carried out on Linux.`,
  why: 'What it would switch stays as the text states it.',
  do: 'Use check-gateway or recursive routes for failover.',
  span: origin.span,
});
