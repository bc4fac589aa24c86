import type { Intent } from '../normal/index.ts';
import { lists } from './names.ts';
import { inMenu, type Made } from './statement.ts';

const pppoe = inMenu('/interface pppoe-client');
const vlan = inMenu('/interface vlan');
const list = inMenu('/interface list');
const member = inMenu('/interface list member');

/** Interfaces that are made, and which of all lead out and in. */
export function interfacesOf({ wans, lans }: Intent): readonly Made[] {
  return [
    ...lans.flatMap(({ interface: port, vlan: own, path, name }) =>
      own
        ? [
            vlan(
              path,
              ['name', port, [...path, 'interface']],
              ['interface', own.over, [...path, 'over']],
              ['vlan-id', `${own.id}`, [...path, 'vlan']],
              ['comment', name],
            ),
          ]
        : [],
    ),
    ...wans
      .filter(({ kind }) => kind === 'pppoe')
      .map(({ name, interface: port, over, user, password, path }) =>
        pppoe(
          path,
          ['name', port, [...path, 'interface']],
          ['interface', over, [...path, 'over']],
          ['user', user, [...path, 'user']],
          ['password', password, [...path, 'password']],
          ['add-default-route', 'no'],
          ['disabled', 'no'],
          ['comment', name],
        ),
      ),
    list(['wans'], ['name', lists.wan]),
    list(lans[0]?.path ?? [], ['name', lists.lan]),
    ...wans.map(({ interface: port, path }) => member(path, ['interface', port], ['list', lists.wan])),
    ...lans.map(({ interface: port, path }) => member(path, ['interface', port], ['list', lists.lan])),
  ];
}
