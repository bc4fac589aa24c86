import type { Item, Router } from '../../../model/index.ts';
import { meant } from '../../../rsc/index.ts';
import { type Line, linesOf, placeOfScript, scriptsOf } from '../../ask/scripts/index.ts';
import type { Rule, Said } from '../../rule.ts';

/** A script looks for an item that the text does not have (docs/routeros.md#script-statements). */
export const findsNothing: Rule = {
  id: 'scripts/finds-nothing',
  level: 'error',
  title: { en: `A script that finds nothing to change`, id: `Skrip yang tidak menemukan apa pun` },
  why: {
    en: `find gives an empty list where nothing matches, and the command does nothing, without a word: the failover does not happen.`,
    id: `find memberi daftar kosong kalau tidak ada yang cocok, dan perintahnya diam saja: failover tidak terjadi.`,
  },
  check({ router, isPart }) {
    const texts = scriptsOf(router).map(({ text }) => text);
    const said = new Set<string>();
    return linesOf(router).flatMap(line => {
      const wanted = wantedBy(line);
      const items = itemsOf(router, line.statement.menu);
      const isMade = texts.some(text => makes(text, wanted));
      if (
        !wanted ||
        items.length === 0 ||
        isMade ||
        items.some(item => textOf(item, wanted.property) === wanted.value)
      )
        return [];
      // Up and down scripts of one probe look for the same: said once.
      const { start } = line.held.item.origin.span;
      const key = JSON.stringify([start, line.statement.menu, wanted]);
      if (said.has(key)) return [];
      said.add(key);
      const near = nearOf(
        wanted.value,
        items.map(item => textOf(item, wanted.property)),
      );
      return {
        at: placeOfScript(line.held),
        severity: isPart ? 'warning' : 'error',
        what: {
          en: `The script looks in ${line.statement.menu} for ${wanted.property}="${wanted.value}", which no item there has.${near.en}`,
          id: `Skrip mencari ${wanted.property}="${wanted.value}" di ${line.statement.menu}, yang tidak dimiliki item mana pun.${near.id}`,
        },
        do: {
          en: `Give the item that ${wanted.property}, or correct it in the script; capital letters count.`,
          id: `Beri item itu ${wanted.property} tersebut, atau perbaiki di skrip; huruf besar dibedakan.`,
        },
      };
    });
  },
};

interface Wanted {
  readonly property: 'comment' | 'name';
  readonly value: string;
}

/** The one comment or name that a command on found items asks for; what is worked out at run time is left alone. */
function wantedBy({ statement: { text } }: Line): Wanted | undefined {
  const found =
    /^(?:set|enable|disable|remove) \[ ?find (?:where )?(comment|name)=(?:\\?"([^"\\$]+)\\?"|([\w.-]+)) ?\]/.exec(
      text,
    );
  const value = found?.[2] ?? found?.[3];
  return value === undefined ? undefined : { property: found?.[1] === 'name' ? 'name' : 'comment', value };
}

/** Does a script add an item like that? */
const makes = (text: string, wanted: Wanted | undefined): boolean =>
  wanted !== undefined && /\badd\b/.test(text) && text.includes(wanted.value);

function itemsOf(router: Router, menu: string): readonly Item[] {
  const { firewall, routes, dhcpClients, netwatch, plain, simpleQueues, interfaces } = router;
  const known: Readonly<Record<string, readonly Item[]>> = {
    '/ip route': routes,
    '/ip dhcp-client': dhcpClients,
    '/ip firewall mangle': firewall.ipv4.mangle,
    '/ip firewall nat': firewall.ipv4.nat,
    '/ip firewall filter': firewall.ipv4.filter,
    '/tool netwatch': netwatch,
    '/queue simple': simpleQueues,
    '/interface pppoe-client': interfaces.filter(({ kind }) => kind === 'pppoe-client'),
  };
  return known[menu] ?? plain.filter(item => item.menu === menu && item.menu === '/system scheduler');
}

/** The same in other letters, or one that was probably meant. */
function nearOf(value: string, others: readonly string[]): Said {
  const alike = others.find(other => other.toLowerCase() === value.toLowerCase());
  const near = alike ?? meant(value, others);
  return near === undefined
    ? { en: '', id: '' }
    : { en: ` Did you mean '${near}'?`, id: ` Maksudnya '${near}'?` };
}

function textOf(item: Item, property: Wanted['property']): string {
  if (property === 'comment') return item.comment;
  return 'name' in item && typeof item.name === 'string' ? item.name : (item.properties?.['name'] ?? '');
}
