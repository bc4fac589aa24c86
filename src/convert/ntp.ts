import { argumentOf, type OutlineStatement, quote, textOf } from '../rsc/index.ts';
import type { Work } from './work.ts';

const client = '/system ntp client';
const servers = '/system ntp client servers';
const stated = ['primary-ntp', 'secondary-ntp', 'server-dns-names'] as const;

/** v6 states two addresses and names, v7 has a menu of servers. */
export function ntpForV7(work: Work): void {
  for (const one of work.commands(client)) {
    const lines = stated.flatMap(property => {
      const argument = argumentOf(one, property);
      if (!argument || one.name !== 'set') return [];
      work.remove(one, argument);
      const names = textOf(argument)?.split(',') ?? sayOpen(one, property, work);
      return names.filter(name => name !== '' && name !== '0.0.0.0');
    });
    const path = `${servers} add`;
    work.insert(
      'after',
      one,
      lines.map(name => `${path} address=${quote(name)}`),
    );
  }
}

function sayOpen(one: OutlineStatement, property: string, work: Work): readonly string[] {
  const what = {
    en: `'${property}' is only known when the script runs; RouterOS 7 has /system ntp client servers, and it is left out.`,
    id: `'${property}' baru diketahui saat script berjalan; RouterOS 7 punya /system ntp client servers, dan ini dihilangkan.`,
  };
  work.say(one, 'error', 'ntp-server', what, {
    en: 'Write /system ntp client servers add address=….',
    id: 'Tulis /system ntp client servers add address=….',
  });
  return [];
}

/** v7's servers go into the two addresses and the names of v6. */
export function ntpForV6(work: Work): void {
  const adds = work.added(servers);
  const listed = adds.flatMap(one => {
    const address = argumentOf(one, 'address');
    return address ? [textOf(address) ?? ''] : [];
  });
  const last = adds.at(-1);
  if (last) work.insert('after', last, [`/system ntp client set ${wordsOf(listed)}`]);
  for (const one of work.commands(servers)) {
    work.comment(one, 'RouterOS 6 states servers in /system ntp client');
    if (one.name !== 'add' || !one.isTop) sayServers(one, work);
  }
  for (const one of work.outline.statements)
    if (one.kind === 'menu' && one.menu === servers) work.comment(one, 'RouterOS 6 has no such menu');
  for (const one of work.commands(client)) setServers(one, work);
  if (listed.filter(isAddress).length > 2 && last) sayMany(last, work);
}

function setServers(one: OutlineStatement, work: Work): void {
  const argument = argumentOf(one, 'servers');
  if (!argument) return;
  const names = (textOf(argument) ?? '').split(',').filter(name => name !== '');
  if (names.length === 0) work.remove(one, argument);
  else work.edit(one, argument, wordsOf(names));
  if (names.filter(isAddress).length > 2) sayMany(one, work);
}

const isAddress = (name: string): boolean => /^\d+(?:\.\d+){3}$/.test(name);

function wordsOf(names: readonly string[]): string {
  const [primary, secondary] = names.filter(isAddress);
  const others = names.filter(name => !isAddress(name));
  return [
    ...(primary === undefined ? [] : [`primary-ntp=${primary}`]),
    ...(secondary === undefined ? [] : [`secondary-ntp=${secondary}`]),
    ...(others.length === 0 ? [] : [`server-dns-names=${others.map(quote).join(',')}`]),
  ].join(' ');
}

function sayMany(one: OutlineStatement, work: Work): void {
  const what = {
    en: 'RouterOS 6 has two addresses of NTP servers; the others are left out.',
    id: 'RouterOS 6 punya dua alamat server NTP; yang lain dihilangkan.',
  };
  work.say(one, 'error', 'ntp-server', what);
}

function sayServers(one: OutlineStatement, work: Work): void {
  const what = {
    en: 'RouterOS 6 has no /system ntp client servers; this command has nothing to work on there.',
    id: 'RouterOS 6 tidak punya /system ntp client servers; perintah ini tidak punya sasaran di sana.',
  };
  work.say(one, 'error', 'no-such-menu', what, { en: 'Remove it.', id: 'Hapus.' });
}
