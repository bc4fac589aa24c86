import type { Intent, Wan } from '../normal/index.ts';
import { networkOfText } from '../normal/networks.ts';
import { addressLists, lists, markOf, tableOf } from './names.ts';
import { inMenu, type Made, type Property } from './statement.ts';

const entry = inMenu('/ip firewall address-list');
const rule = inMenu('/ip firewall mangle');

/** Networks that are never balanced, and hosts that may manage the gateway. */
export function addressListsOf({ wans, lans, local, management, routes, forwards }: Intent): readonly Made[] {
  const lines = wans.filter(({ address }) => address !== undefined);
  const own = [...lans, ...lines].map(({ path, address = '' }) =>
    entry(path, ['list', addressLists.local], ['address', networkOfText(address)]),
  );
  const behind = routes.map(({ path, to }) =>
    entry([...path, 'to'], ['list', addressLists.local], ['address', to]),
  );
  const inside = forwards.some(({ hairpin }) => hairpin === 'any')
    ? lans.map(lan => entry(lan.path, ['list', addressLists.inside], ['address', lan.own]))
    : [];
  const named = local.map((network, at) =>
    entry(['local', at], ['list', addressLists.local], ['address', networkOfText(network)]),
  );
  const managers = (management?.from ?? []).map((host, at) =>
    entry(['management', 'from', at], ['list', addressLists.management], ['address', host]),
  );
  return [...(wans.length > 1 ? [...own, ...behind, ...named] : []), ...managers, ...inside];
}

/** Which line a connection uses, and that its answers leave by the line that it came in by. */
export function mangleOf(intent: Intent): readonly Made[] {
  const { wans } = intent;
  return [...clamped(wans), ...(wans.length > 1 ? balanced(intent) : [])];
}

/** A PPPoE line carries less in a packet than the LAN does, and both ends are to know. */
const clamped = (wans: readonly Wan[]): readonly Made[] =>
  wans
    .filter(({ kind }) => kind === 'pppoe')
    .flatMap(({ path, interface: port }) =>
      ['out-interface', 'in-interface'].map(way =>
        rule(
          path,
          ['chain', 'forward'],
          ['action', 'change-mss'],
          ['protocol', 'tcp'],
          ['tcp-flags', 'syn'],
          [way, port],
          ['new-mss', 'clamp-to-pmtu'],
          ['comment', 'PPPoE carries less in a packet'],
        ),
      ),
    );

const fresh: readonly Property[] = [
  ['connection-state', 'new'],
  ['connection-mark', 'no-mark'],
];

const fromLan: readonly Property[] = [
  ['in-interface-list', lists.lan],
  ['dst-address-type', '!local'],
];

function balanced({ wans, classifier }: Intent): readonly Made[] {
  return [
    rule(
      ['wans'],
      ['chain', 'prerouting'],
      ['action', 'accept'],
      ['in-interface-list', lists.lan],
      ['dst-address-list', addressLists.local],
      ['comment', 'to our own networks: no balancing'],
    ),
    ...wans.map(wan =>
      rule(
        wan.path,
        ['chain', 'prerouting'],
        ['action', 'mark-connection'],
        ['in-interface', wan.interface],
        ...fresh,
        ['new-connection-mark', markOf(wan)],
        ['comment', `came in by ${wan.name}: answers leave by it`],
      ),
    ),
    ...(classifier === undefined ? [] : classified(wans, classifier)),
    ...wans.map(wan => routed(wan, 'prerouting', ...fromLan)),
    ...wans.map(wan => routed(wan, 'output')),
  ];
}

/** Each line has as many remainders as its share. With one line that carries, nothing is divided. */
function classified(wans: readonly Wan[], classifier: string): readonly Made[] {
  const carrying = wans.filter(({ share }) => share > 0);
  if (carrying.length < 2) return [];
  const total = carrying.reduce((sum, { share }) => sum + share, 0);
  const owners = carrying.flatMap(wan => Array.from({ length: wan.share }, () => wan));
  return owners.map((wan, remainder) =>
    rule(
      wan.sharePath,
      ['chain', 'prerouting'],
      ['action', 'mark-connection'],
      ...fromLan,
      ...fresh,
      ['per-connection-classifier', `${classifier}:${total}/${remainder}`],
      ['new-connection-mark', markOf(wan)],
      ['comment', `${wan.name}: ${wan.share} of ${total}`],
    ),
  );
}

const routed = (wan: Wan, chain: string, ...matchers: readonly Property[]): Made =>
  rule(
    wan.path,
    ['chain', chain],
    ['action', 'mark-routing'],
    ['connection-mark', markOf(wan)],
    ...matchers,
    ['new-routing-mark', tableOf(wan)],
    ['passthrough', 'no'],
  );
