import fc from 'fast-check';
import { type FirewallTable, isMatcherKind, matcherTraits, pccKinds } from '../../src/model/index.ts';

// Random routers as RouterOS text and random packets: text, because a disagreement is then a file that anybody can
// read, explain and keep.

const wan = fc.constantFrom('ether1', 'ether2', 'ether3');
const lan = fc.constantFrom('ether4', 'ether5');
const port = fc.oneof(wan, lan);
const connectionMark = fc.constantFrom('c1', 'c2', 'c3');
const packetMark = fc.constantFrom('p1', 'p2');
const table = fc.constantFrom('to1', 'to2', 'to3', 'empty');
const not = fc.constantFrom('', '', '!');

/** Networks that addresses are taken from: some hold the packets' addresses, some do not. */
const network = fc.constantFrom(
  '192.168.0.0/24',
  '192.168.0.0/25',
  '192.168.0.8/29',
  '172.20.0.0/24',
  '10.10.10.0/24',
  '20.20.20.254',
  '8.8.8.8',
  '8.0.0.0/8',
  '203.0.113.0/24',
  '192.168.0.5-192.168.0.12',
  '1.0.0.0-9.255.255.255',
);

const pcc = fc
  .record({ kind: fc.constantFrom(...pccKinds), n: fc.integer({ min: 1, max: 9 }), r: fc.nat(9), not })
  .map(({ kind, n, r, not: bang }) => `per-connection-classifier=${bang}${kind}:${n}/${r}`);

const ports = fc.constantFrom('443', '53', '80,443', '1-1023', '40000-40010', '22,53,5000-6000');

const simpleMatchers = [
  fc.tuple(not, port).map(([n, name]) => `in-interface=${n}${name}`),
  fc.constantFrom('in-interface-list=WAN', 'in-interface-list=LAN', 'in-interface-list=!WAN'),
  fc.tuple(not, network).map(([n, net]) => `src-address=${n}${net}`),
  fc.tuple(not, network).map(([n, net]) => `dst-address=${n}${net}`),
  fc.constantFrom(
    'src-address-list=L1',
    'dst-address-list=L1',
    'dst-address-list=!L2',
    'src-address-list=!L1',
  ),
  fc.constantFrom(
    'dst-address-type=local',
    'dst-address-type=!local',
    'src-address-type=!local',
    'dst-address-type=unicast',
  ),
  fc.constantFrom('protocol=tcp', 'protocol=udp', 'protocol=icmp', 'protocol=!tcp', 'protocol=gre'),
  fc
    .tuple(fc.constantFrom('tcp', 'udp'), fc.constantFrom('dst-port', 'src-port', 'port'), not, ports)
    .map(([protocol, kind, n, list]) => `protocol=${protocol} ${kind}=${n}${list}`),
  fc.constantFrom(
    'protocol=tcp tcp-flags=syn,!ack',
    'protocol=tcp tcp-flags=ack',
    'protocol=icmp icmp-options=8:0',
  ),
  fc.tuple(not, fc.integer({ min: 0, max: 3 })).map(([n, dscp]) => `dscp=${n}${dscp}`),
  fc.constantFrom(
    'packet-size=0-100',
    'packet-size=!61-500',
    'ttl=equal:64',
    'ttl=less-than:10',
    'ttl=greater-than:10',
  ),
] as const;

const statefulMatchers = [
  fc
    .tuple(not, fc.oneof(connectionMark, fc.constant('no-mark')))
    .map(([n, mark]) => `connection-mark=${n}${mark}`),
  fc.tuple(not, fc.oneof(packetMark, fc.constant('no-mark'))).map(([n, mark]) => `packet-mark=${n}${mark}`),
  fc.constantFrom(
    'connection-state=new',
    'connection-state=established,related',
    'connection-state=!new',
    'connection-state=invalid',
  ),
  fc.constantFrom(
    'connection-nat-state=srcnat',
    'connection-nat-state=!dstnat',
    'connection-nat-state=dstnat',
  ),
  pcc,
  pcc,
] as const;

/** At most three matchers, no property twice. */
const matchers = fc
  .array(fc.oneof(...simpleMatchers, ...statefulMatchers), { maxLength: 3 })
  .map(list => onceEach(list.join(' ')));

const rawMatchers = fc
  .array(fc.oneof(...simpleMatchers), { maxLength: 2 })
  .map(list => onceEach(list.join(' ')));

/** No property twice, and nothing that its protocol does not have: RouterOS refuses such rules. */
function onceEach(text: string): string {
  const seen = new Map<string, string>();
  for (const word of text.split(' ')) {
    const [name = '', value = ''] = word.split('=');
    if (!seen.has(name)) seen.set(name, value);
  }
  const protocol = seen.get('protocol') ?? '';
  return [...seen]
    .filter(([name]) => name !== '' && fits(name, protocol))
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
}

function fits(name: string, protocol: string): boolean {
  if (name === 'tcp-flags') return protocol === 'tcp';
  if (name === 'icmp-options') return protocol === 'icmp';
  return !['port', 'src-port', 'dst-port'].includes(name) || protocol === 'tcp' || protocol === 'udp';
}

const passthrough = fc.constantFrom('', '', ' passthrough=no');

const markConnection = fc
  .tuple(connectionMark, passthrough)
  .map(([mark, through]) => `action=mark-connection new-connection-mark=${mark}${through}`);
const markPacket = fc
  .tuple(packetMark, passthrough)
  .map(([mark, through]) => `action=mark-packet new-packet-mark=${mark}${through}`);
const markRouting = fc
  .tuple(table, passthrough)
  .map(([name, through]) => `action=mark-routing new-routing-mark=${name}${through}`);
const plain = fc.constantFrom(
  'action=accept',
  'action=passthrough',
  'action=log',
  'action=return',
  'action=change-dscp new-dscp=1',
);

const rule = (chain: string, words: string, action: string): string =>
  `add chain=${chain} ${words} ${action}`.replace(/ +/g, ' ');

const early = fc
  .tuple(
    fc.constantFrom('prerouting', 'prerouting', 'prerouting', 'output'),
    matchers,
    fc.oneof(
      markConnection,
      markConnection,
      markRouting,
      markRouting,
      markPacket,
      plain,
      fc.constant('action=jump jump-target=sub'),
    ),
  )
  .map(([chain, words, action]) => rule(chain, chain === 'output' ? withoutIn(words) : words, action));
const sub = fc
  .tuple(matchers, fc.oneof(markConnection, markRouting, markPacket, plain))
  .map(([words, action]) => rule('sub', words, action));
const late = fc
  .tuple(
    fc.constantFrom('forward', 'input', 'postrouting'),
    matchers,
    fc.oneof(markConnection, markPacket, plain),
  )
  .map(([chain, words, action]) => rule(chain, chain === 'postrouting' ? withoutIn(words) : words, action));

/** A packet that the router makes has come in nowhere; RouterOS refuses such a matcher in output. */
const withoutIn = (words: string): string => words.replace(/in-interface(-list)?=\S+ ?/g, '').trim();

/** Without the matchers that a table does not have: RouterOS refuses the line. */
function inTable(table: FirewallTable, words: string): string {
  const has = (word: string): boolean => {
    const [name = ''] = word.split('=');
    return isMatcherKind(name) && matcherTraits[name].ipv4[table] !== undefined;
  };
  return words.split(' ').filter(has).join(' ');
}

const filter = fc
  .tuple(
    fc.constantFrom('forward', 'forward', 'input', 'output'),
    matchers,
    fc.constantFrom('accept', 'accept', 'drop', 'reject', 'return'),
  )
  .map(([chain, words, action]) =>
    rule(chain, chain === 'output' ? withoutIn(words) : words, `action=${action}`),
  );

const raw = fc
  .tuple(
    fc.constantFrom('prerouting', 'output'),
    rawMatchers,
    fc.constantFrom('accept', 'accept', 'notrack', 'drop'),
  )
  .map(([chain, words, action]) =>
    rule(chain, inTable('raw', chain === 'output' ? withoutIn(words) : words), `action=${action}`),
  );

const srcnat = fc
  .tuple(
    fc.oneof(
      wan.map(name => `out-interface=${name}`),
      fc.constant('out-interface-list=WAN'),
      fc.constant(''),
    ),
    fc.oneof(rawMatchers.map(withoutIn), fc.constant('')),
    fc.constantFrom('masquerade', 'masquerade', 'masquerade', 'accept', 'src-nat to-addresses=10.10.10.200'),
  )
  .map(([out, words, action]) => rule('srcnat', `${out} ${inTable('nat', words)}`, `action=${action}`));

const dstnat = fc
  .tuple(
    fc.oneof(...simpleMatchers).map(text => onceEach(`protocol=tcp dst-port=80,443 ${text}`)),
    fc.constantFrom(
      'dst-nat to-addresses=192.168.0.50',
      'dst-nat to-addresses=192.168.0.50 to-ports=8080',
      'redirect to-ports=3128',
      'accept',
      'dst-nat to-addresses=172.20.0.9',
    ),
  )
  .map(([words, action]) => rule('dstnat', inTable('nat', words), `action=${action}`));

const routingRule = fc
  .tuple(
    fc.constantFrom(
      'src-address=192.168.0.0/25',
      'dst-address=8.0.0.0/8',
      'interface=ether5',
      'src-address=172.20.0.0/24 dst-address=203.0.113.0/24',
      'routing-mark=to2',
    ),
    fc.constantFrom(
      'action=lookup table=to2',
      'action=lookup table=empty',
      'action=lookup-only-in-table table=to3',
      'action=lookup-only-in-table table=empty',
      'action=drop',
      'action=unreachable',
      'action=lookup table=main min-prefix=0',
    ),
  )
  .map(([words, action]) => `add ${words} ${action}`);

const route = fc.constantFrom(
  'add dst-address=8.8.8.8/32 gateway=20.20.20.1',
  'add dst-address=203.0.113.0/24 gateway=30.30.30.1',
  'add blackhole dst-address=203.0.113.64/26',
  'add dst-address=8.0.0.0/8 gateway=10.10.10.1 routing-table=to2',
  'add dst-address=0.0.0.0/0 gateway=20.20.20.1 routing-table=empty disabled=yes',
  'add blackhole dst-address=9.9.9.0/24 routing-table=to1',
  'add dst-address=0.0.0.0/0 gateway=77.77.77.1 distance=1',
);

const list = fc.constantFrom(
  'add list=L1 address=192.168.0.0/28',
  'add list=L1 address=8.8.8.8',
  'add list=L2 address=203.0.113.0-203.0.113.127',
  'add list=L2 address=172.20.0.0/16',
);

const some = (one: fc.Arbitrary<string>, most: number) => fc.uniqueArray(one, { maxLength: most });

/** Matchers of rules that may be one look-up with their neighbours. */
const keys = fc.constantFrom<(one: readonly [string, string, string, string]) => string>(
  ([, , net]) => `dst-address=${net}`,
  ([, , net]) => `src-address=${net}`,
  ([name]) => `in-interface=${name}`,
  ([name, , net]) => `in-interface=${name} dst-address=${net}`,
  ([, protocol, , list]) => `protocol=${protocol} dst-port=${list}`,
  ([, protocol, net, list]) => `protocol=${protocol} src-address=${net} dst-port=${list}`,
  ([, protocol, net, list]) => `protocol=${protocol} dst-address=${net} src-port=${list}`,
);

/** Neighbours that do the same to other packets; `head`: chain and action. */
const alike = (head: fc.Arbitrary<string>) =>
  fc
    .record({
      head,
      more: fc.constantFrom('', '', ' connection-state=new', ' in-interface-list=!WAN'),
      keyed: keys,
      values: fc.array(fc.tuple(port, fc.constantFrom('tcp', 'udp'), network, ports), { maxLength: 5 }),
    })
    .map(({ head: first, more, keyed, values }) =>
      [...new Set(values.map(keyed))].map(text => `add ${first}${more} ${text}`),
    );

/** Everything of a router but the rules of mangle prerouting and output. */
const others = {
  lists: some(list, 4),
  raw: some(raw, 2),
  sub: some(sub, 4),
  late: some(late, 3),
  dstnat: some(dstnat, 3),
  srcnat: some(srcnat, 4),
  filter: some(filter, 4),
  direct: alike(fc.constant('chain=prerouting action=accept')),
  kept: alike(
    fc.constantFrom('chain=forward action=drop', 'chain=forward action=accept', 'chain=input action=drop'),
  ),
  rules: some(routingRule, 2),
  routes: some(route, 3),
};

/** The body of one random router, to stand behind `base`. */
export const randomRouter: fc.Arbitrary<string> = fc
  .record({ ...others, early: some(early, 12) })
  .map(textOf);

/**
 * One that balances: connections get a mark once, and marks lead to tables, with random rules around. Its connections may
 * keep what was decided about them.
 */
export const balancingRouter: fc.Arbitrary<string> = fc
  .record({
    ...others,
    sub: some(sub, 1),
    before: some(early, 1),
    between: some(early, 1),
    after: some(early, 1),
    state: fc.constantFrom('', ' connection-state=new'),
    places: fc.constantFrom('', ' in-interface=ether4', ' in-interface-list=LAN', ' dst-address-type=!local'),
    tables: fc.shuffledSubarray(['to1', 'to2', 'to3'], { minLength: 3, maxLength: 3 }),
    end: passthrough,
  })
  .map(({ before, between, after, state, places, tables, end, ...rest }) => {
    const marked = tables.map(
      (_, i) =>
        `add chain=prerouting in-interface=ether4 connection-mark=no-mark${state} per-connection-classifier=both-addresses:3/${i} action=mark-connection new-connection-mark=c${i + 1}`,
    );
    const led = tables.map(
      (name, i) =>
        `add chain=prerouting connection-mark=c${i + 1}${places} action=mark-routing new-routing-mark=${name}${end}`,
    );
    return textOf({ ...rest, early: [...before, ...marked, ...between, ...led, ...after] });
  });

type Parts = Readonly<Record<keyof typeof others | 'early', readonly string[]>>;

function textOf(parts: Parts): string {
  return [
    menu('/ip firewall address-list', parts.lists),
    menu('/ip firewall raw', parts.raw),
    menu('/ip firewall mangle', [...parts.direct, ...parts.early, ...parts.sub, ...parts.late]),
    menu('/ip firewall nat', [...parts.dstnat, ...parts.srcnat]),
    menu('/ip firewall filter', [...parts.kept, ...parts.filter]),
    menu('/routing rule', parts.rules),
    menu('/ip route', parts.routes),
  ].join('');
}

function menu(name: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${[name, ...lines].join('\n')}\n`;
}
