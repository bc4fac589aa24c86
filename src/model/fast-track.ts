import { rulesOf } from './items/rule.ts';
import type { Router } from './router.ts';

/** FastTrack needs FastPath: `/ip settings allow-fast-path=no` turns both off (docs/routeros.md#fasttrack). */
export function allowsFastTrack({ settings }: Router): boolean {
  return settings.ip.properties['allow-fast-path'] !== 'no';
}

/** What of the text a fast-tracked packet passes by, so that it makes a difference, as the names of a sentence. */
export function passedByFastTrack(router: Router): readonly string[] {
  if (!allowsFastTrack(router)) return [];
  const enabled = (items: readonly { readonly disabled: boolean }[]) =>
    items.some(({ disabled }) => !disabled);
  const marks = rulesOf(router, 'ipv4').filter(({ action }) => action.kind === 'mark-routing');
  return [
    ...(enabled(marks) ? ['routing marks'] : []),
    ...(enabled(router.simpleQueues) || enabled(router.queueTrees) ? ['queues'] : []),
  ];
}
