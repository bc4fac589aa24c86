import { basename } from 'node:path';
import { type Origin, type Router, wordsOf } from '../../model/index.ts';

/** Something of the configuration that takes no effect on the bench. */
export interface NotRun {
  /** `script`: the gateway runs none. `hotspot`: nobody is asked to log in. */
  readonly kind: 'script' | 'hotspot';
  /** Whose it is: `/tool netwatch 8.8.8.8`, the hotspot's interface. */
  readonly name: string;
  /** `office.rsc:12`. */
  readonly at: string;
}

/** Scripts that an event would run, and hotspot servers: enabled, and without effect on the bench. */
export function notRun(router: Router): readonly NotRun[] {
  const { netwatch, dhcpClients, plain, kept } = router;
  const script = (name: string, { span }: Origin): NotRun => ({ kind: 'script', name, at: placeOf(span) });
  const watched = netwatch
    .filter(({ disabled, upScript, downScript }) => !disabled && `${upScript}${downScript}`.trim() !== '')
    .map(({ host, origin }) => script(`/tool netwatch ${host}`, origin));
  const clients = dhcpClients
    .filter(client => !client.disabled && client.script.trim() !== '')
    .map(client => script(`/ip dhcp-client ${client.interface}`, client.origin));
  const others = plain
    .filter(({ menu, disabled, properties }) => !disabled && eventsOf(menu).some(event => properties[event]))
    .map(({ menu, properties, origin }) => script(`${menu} ${properties['name'] ?? ''}`.trim(), origin));
  const hotspots = kept.flatMap(statement => {
    const words = wordsOf(statement);
    const name = words.get('interface');
    const isServer = statement.origin.menu === '/ip hotspot' && words.has('add');
    if (!isServer || name === undefined || words.get('disabled') === 'yes') return [];
    return [{ kind: 'hotspot', name, at: placeOf(statement.origin.span) } as const];
  });
  return [...watched, ...clients, ...others, ...hotspots];
}

const placeOf = ({ file, start }: Origin['span']): string => `${basename(file)}:${start.line}`;

/** Properties that hold a script which an event runs. */
function eventsOf(menu: string): readonly string[] {
  if (menu === '/ppp profile') return ['on-up', 'on-down'];
  return menu === '/system scheduler' ? ['on-event'] : [];
}
