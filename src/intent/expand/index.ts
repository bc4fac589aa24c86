import { printRate } from '../../net/index.ts';
import type { Intent } from '../normal/index.ts';
import { addressesOf } from './addresses.ts';
import { filterOf } from './filter.ts';
import { interfacesOf } from './interfaces.ts';
import { addressListsOf, mangleOf } from './mangle.ts';
import { natOf } from './nat.ts';
import { routesOf, tablesOf } from './routes.ts';
import { inMenu, type Made } from './statement.ts';

export * from './names.ts';
export type { Made, Property } from './statement.ts';

const queue = inMenu('/queue simple');
const identity = inMenu('/system identity', 'set');

/** The RouterOS statements that an intent stands for, in the order of an export. */
export function statementsOfIntent(intent: Intent): readonly Made[] {
  return [
    ...interfacesOf(intent),
    ...tablesOf(intent),
    ...addressesOf(intent),
    ...addressListsOf(intent),
    ...filterOf(intent),
    ...mangleOf(intent),
    ...natOf(intent),
    ...routesOf(intent),
    ...intent.queues.map(({ path, name, target, upload, download }) =>
      queue(
        path,
        ['name', name],
        ['target', target, [...path, 'target']],
        ['max-limit', `${printRate(upload)}/${printRate(download)}`, [...path, 'rate']],
      ),
    ),
    identity(['name'], ['name', intent.name]),
  ];
}
