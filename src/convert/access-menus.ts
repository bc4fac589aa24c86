import { argumentOf, type OutlineStatement, quote, textOf } from '../rsc/index.ts';
import { interfacesOf } from './named-interfaces.ts';
import type { Work } from './work.ts';

/**
 * RouterOS 6 before 6.41 had an item for each interface in the menus of mac-server and discovery; later ones name an
 * interface list.
 */
export function accessForV7(work: Work): void {
  macServer(work, '/tool mac-server', 'mac-server');
  macServer(work, '/tool mac-server mac-winbox', 'mac-winbox');
  discovery(work);
}

const isOldForm = (one: OutlineStatement): boolean =>
  one.name === 'add' ||
  argumentOf(one, 'interface') !== undefined ||
  argumentOf(one, 'disabled') !== undefined;

const isOff = (one: OutlineStatement): boolean => stated(one, 'disabled') === 'yes';

const stated = (one: OutlineStatement, property: string): string | undefined => {
  const argument = argumentOf(one, property);
  return argument && textOf(argument);
};

function macServer(work: Work, menu: string, list: string): void {
  const old = work.commands(menu).filter(one => one.isTop && isOldForm(one));
  const last = old.at(-1);
  if (!last) return;
  const allowed = old.flatMap(one =>
    one.name === 'add' && !isOff(one) ? [stated(one, 'interface') ?? 'all'] : [],
  );
  const isOpen = !old.some(one => one.name === 'set' && isOff(one)) || allowed.includes('all');
  const name = isOpen ? 'all' : allowed.length === 0 ? 'none' : list;
  const lines = name === list ? listOf(list, allowed) : [];
  work.insert('after', last, [...lines, `${menu} set allowed-interface-list=${name}`]);
  for (const one of old) {
    work.comment(one, 'RouterOS 7 has a list of interfaces here');
    const what = {
      en: `RouterOS 7 has no items in ${menu}: its interfaces become allowed-interface-list=${name}.`,
      id: `RouterOS 7 tidak punya item di ${menu}: interface-nya menjadi allowed-interface-list=${name}.`,
    };
    if (one === last) work.say(one, 'info', 'access-list', what);
  }
}

const listOf = (list: string, interfaces: readonly string[]): readonly string[] => [
  `/interface list add name=${list}`,
  ...interfaces.map(one => `/interface list member add interface=${quote(one)} list=${list}`),
];

const discoveryMenu = '/ip neighbor discovery';
const silentList = 'no-discovery';

function discovery(work: Work): void {
  const all = work.commands(discoveryMenu);
  const silent = all.flatMap(one => (one.isTop && stated(one, 'discover') === 'no' ? interfacesOf(one) : []));
  const last = all.findLast(({ isTop }) => isTop);
  for (const one of all) {
    if (
      !one.isTop ||
      (one.name === 'set' && stated(one, 'discover') === 'no' && interfacesOf(one).length === 0)
    )
      sayDiscovery(one, work);
    work.comment(one, 'RouterOS 7 has /ip neighbor discovery-settings');
  }
  for (const one of work.outline.statements)
    if (one.kind === 'menu' && one.menu === discoveryMenu) work.comment(one, 'RouterOS 7 has no such menu');
  if (!last || silent.length === 0) return;
  const settings = `/ip neighbor discovery-settings set discover-interface-list=!${silentList}`;
  work.insert('after', last, [...listOf(silentList, silent), settings]);
  const what = {
    en: `RouterOS 7 names an interface list for discovery: ${silent.join(', ')} become !${silentList}.`,
    id: `RouterOS 7 menyebut interface list untuk discovery: ${silent.join(', ')} menjadi !${silentList}.`,
  };
  work.say(last, 'info', 'access-list', what);
}

function sayDiscovery(one: OutlineStatement, work: Work): void {
  const what = {
    en: 'Which interfaces are not to be discovered by cannot be told from this line.',
    id: 'Interface mana yang tidak boleh discovery tidak terlihat dari baris ini.',
  };
  work.say(one, 'error', 'access-list', what, {
    en: 'Write /ip neighbor discovery-settings set discover-interface-list=….',
    id: 'Tulis /ip neighbor discovery-settings set discover-interface-list=….',
  });
}
