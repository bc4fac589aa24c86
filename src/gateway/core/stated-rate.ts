import type { Router } from '../../model/index.ts';
import type { RunConfig } from './event.ts';

/** What an intent says that a line can carry, whatever it is called on this machine; undefined where it says nothing. */
export function statedRate(
  { rates }: Pick<RunConfig, 'rates'>,
  router: Router,
  name: string,
): NonNullable<RunConfig['rates']>[string] | undefined {
  const item = router.interfaces.find(one => one.name === name);
  return rates?.[name] ?? rates?.[item?.routerName ?? ''];
}
