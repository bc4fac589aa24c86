import { membersOf, type PlainItem, type Router, wordsOf } from '../../../model/index.ts';
import { enabledRules } from '../../../prove/index.ts';
import { set } from '../../fix/change.ts';
import type { Rule } from '../../rule.ts';

/** Clients that dial in come by ports of their own, not by the one that carries them (docs/routeros.md#interface-lists). */
export const dialInNotListed: Rule = {
  id: 'interfaces/dial-in-not-listed',
  level: 'error',
  title: {
    en: 'Rules do not see clients that dial in',
    id: 'Aturan tidak berlaku untuk klien yang dial-in',
  },
  why: {
    en: 'Each PPPoE client has an interface of its own, which the router makes when it dials in. Rules for a list that only holds the port below do not match what the client sends.',
    id: 'Setiap klien PPPoE punya interface sendiri yang dibuat router saat ia terhubung. Aturan untuk daftar yang hanya berisi port di bawahnya tidak cocok dengan paket klien.',
  },
  check: ({ router }) =>
    serversOf(router).flatMap(({ interface: port, profile }) => {
      if (profile === undefined || (profile.properties['interface-list'] ?? '') !== '') return [];
      const lists = listsAsked(router).filter(list => membersOf(router, list).includes(port));
      const at = router.interfaceListMembers.find(
        item => item.interface === port && !item.disabled && lists.includes(item.list),
      );
      if (!at || isUsedItself(router, port)) return [];
      return {
        at,
        what: {
          en: `PPPoE clients on ${port} come in by interfaces of their own, which are not in the list ${at.list}: its rules pass them by.`,
          id: `Klien PPPoE di ${port} masuk lewat interface sendiri yang tidak ada di daftar ${at.list}: aturannya tidak berlaku untuk mereka.`,
        },
        do: {
          en: `Say interface-list=${at.list} in the PPP profile of the server.`,
          id: `Tulis interface-list=${at.list} di PPP profile server itu.`,
        },
        fix: {
          changes: [set(profile, 'interface-list', at.list)],
          isSafe: false,
          note: {
            en: 'All rules for the list are for these clients then, from their next connection on.',
            id: 'Semua aturan untuk daftar itu lalu berlaku bagi klien ini, mulai koneksi berikutnya.',
          },
        },
        related: [{ at: profile, text: { en: 'The profile.', id: 'Profile-nya.' } }],
      };
    }),
};

interface Server {
  readonly interface: string;
  readonly profile: PlainItem | undefined;
}

function serversOf({ plain, kept }: Router): Server[] {
  return kept
    .filter(({ origin }) => origin.menu === '/interface pppoe-server server')
    .map(wordsOf)
    .filter(words => words.get('disabled') !== 'yes')
    .map(words => ({
      interface: words.get('interface') ?? '',
      profile: plain.find(
        one => one.menu === '/ppp profile' && one.properties['name'] === words.get('default-profile'),
      ),
    }));
}

const listsAsked = (router: Router): string[] =>
  enabledRules(router)
    .filter(({ table }) => table === 'mangle' || table === 'filter')
    .flatMap(({ matchers }) => matchers.flatMap(one => (one.kind === 'in-interface-list' ? [one.list] : [])));

/** It has an address of its own: the list may be meant for its other hosts. */
const isUsedItself = ({ addresses }: Router, port: string): boolean =>
  addresses.some(item => item.interface === port && !item.disabled);
