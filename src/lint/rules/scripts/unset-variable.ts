import type { Item, Router } from '../../../model/index.ts';
import { closest, unsetVariables } from '../../../rsc/index.ts';
import { type Held, placeOfScript, scriptsOf } from '../../ask/scripts/index.ts';
import type { Found, Rule, Said } from '../../rule.ts';

/** A script of an event that asks for a variable which the event does not have (docs/routeros.md#lease-scripts). */
export const unsetVariable: Rule = {
  id: 'scripts/unset-variable',
  level: 'error',
  title: {
    en: 'A script asks for a variable that nobody sets',
    id: 'Skrip memakai variabel yang tidak pernah diisi',
  },
  why: {
    en: 'A variable that neither the event nor the script sets is empty, without a word: what is set to it becomes nothing, or the script ends there.',
    id: 'Variabel yang tidak diisi oleh event maupun skrip selalu kosong, tanpa pesan: yang diisi dengannya menjadi kosong, atau skrip berhenti di situ.',
  },
  check: ({ router }) => scriptsOf(router).flatMap(held => finding(held, variablesOf(router, held))),
};

/** What the events tell their scripts: MikroTik's manual, DHCP and PPP. */
const ofLease = [
  'bound',
  'server-address',
  'server-mac',
  'lease-address',
  'interface',
  'gateway-address',
  'vendor-specific',
  'vendor-address',
  'lease-options',
];
const ofDialIn = ['user', 'local-address', 'remote-address', 'caller-id', 'called-id', 'interface'];

function variablesOf(
  { dhcpClients, plain }: Router,
  { item, property }: Held,
): readonly string[] | undefined {
  if (dhcpClients.some(one => one === (item as Item))) return ofLease;
  const isDialIn = plain.some(one => one === item && one.menu === '/ppp profile');
  return isDialIn && (property === 'on-up' || property === 'on-down') ? ofDialIn : undefined;
}

function finding(held: Held, given: readonly string[] | undefined): Found[] {
  if (!given) return [];
  const [first, ...more] = unsetVariables(held.text, given);
  if (first === undefined) return [];
  const all = [first, ...more].map(name => `$${name}`).join(', ');
  const near = nearOf(first, given);
  return [
    {
      at: placeOfScript(held),
      what: {
        en: `Nothing sets ${all}, which this script asks for.${near.en}`,
        id: `Tidak ada yang mengisi ${all} yang dipakai skrip ini.${near.id}`,
      },
      do: {
        en: `This event has ${given.join(', ')}; names with a hyphen stand in quotes: $"${given.find(name => name.includes('-')) ?? ''}".`,
        id: `Event ini punya ${given.join(', ')}; nama dengan tanda hubung ditulis dalam kutip: $"${given.find(name => name.includes('-')) ?? ''}".`,
      },
    },
  ];
}

/** `$gateway` is the first word of the name, without the quotes that it needs, or a short form of it. */
function nearOf(name: string, given: readonly string[]): Said {
  const near = given.find(one => one.startsWith(`${name}-`)) ?? closest(name, given);
  return near === undefined
    ? { en: '', id: '' }
    : { en: ` Did you mean $"${near}"?`, id: ` Maksudnya $"${near}"?` };
}
