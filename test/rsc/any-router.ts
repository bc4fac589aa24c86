import fc from 'fast-check';
import {
  type Action,
  type Dialect,
  type Gateway,
  type Matcher,
  makeAddressListEntry,
  makeDhcpClient,
  makeDhcpNetwork,
  makeInterfaceList,
  makeInterfaceListMember,
  makeIpAddress,
  makeNetwatch,
  makePool,
  makeRoute,
  makeRouter,
  makeRoutingRule,
  makeRoutingTable,
  makeRule,
  makeSimpleQueue,
  noRules,
  pccKinds,
  type Router,
} from '../../src/model/index.ts';
import { ipv4ToNumber, printIpv4, printIpv4Prefix } from '../../src/net/index.ts';

const name = fc.stringMatching(/^[a-z][a-z0-9_-]{0,8}[a-z0-9]$/);
const comment = fc.oneof(
  fc.constant(''),
  fc.string({ unit: fc.constantFrom(...'ab "$\\[]{};=#?\n\t%é-'), maxLength: 12 }),
);
const port = fc.constantFrom('ether1', 'ether2', 'ether3', 'wan-a', 'bridge1');
const number = fc.integer({ min: 0x01000000, max: 0xdfffffff });
const address = number.map(value => printIpv4(value >>> 0));
const prefix = fc
  .tuple(number, fc.integer({ min: 0, max: 32 }))
  .map(([value, length]) => printIpv4Prefix(value >>> 0, length));
const range = fc
  .tuple(address, address)
  .map(([a, b]) => (ipv4ToNumber(a) <= ipv4ToNumber(b) ? { from: a, to: b } : { from: b, to: a }));
const item = { disabled: fc.boolean(), comment };

const ports = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 0, max: 5000 })), {
    minLength: 1,
    maxLength: 3,
  })
  .map(list => list.map(([from, more]) => ({ from, to: from + more })));
const pccKind = fc.constantFrom(...pccKinds);
const negated = fc.boolean();

/** A router refuses ports without a protocol that has them. */
const withProtocol = (matchers: readonly Matcher[]): Matcher[] =>
  matchers.some(({ kind }) => kind === 'dst-port')
    ? [...matchers, { kind: 'protocol', protocol: 'tcp', negated: false }]
    : [...matchers];

const matcher: fc.Arbitrary<Matcher> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('in-interface' as const, 'out-interface' as const),
    interface: port,
    negated,
  }),
  fc.record({
    kind: fc.constantFrom('src-address-list' as const, 'in-interface-list' as const),
    list: name,
    negated,
  }),
  fc.record({ kind: fc.constant('connection-mark' as const), mark: name, negated }),
  fc.record({ kind: fc.constant('dst-port' as const), ports, negated }),
  fc.record({
    kind: fc.constant('dst-address' as const),
    address: prefix.map(one => ({ kind: 'prefix' as const, prefix: one })),
    negated,
  }),
  fc
    .tuple(pccKind, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 9 }), negated)
    .map(([fields, denominator, remainder, not]) => ({
      kind: 'per-connection-classifier' as const,
      fields,
      denominator,
      remainder,
      negated: not,
    })),
  fc.record({
    kind: fc.constant('nth' as const),
    every: fc.integer({ min: 1, max: 9 }),
    packet: fc.integer({ min: 1, max: 9 }),
    negated: fc.constant(false),
  }),
  fc.record({
    kind: fc.constant('connection-state' as const),
    states: fc.uniqueArray(fc.constantFrom('new' as const, 'established' as const, 'related' as const), {
      minLength: 1,
    }),
    negated,
  }),
);

const passthrough = fc.boolean();
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ kind: fc.constantFrom('accept' as const, 'drop' as const, 'return' as const) }),
  fc.record({
    kind: fc.constantFrom('mark-connection' as const, 'mark-packet' as const, 'mark-routing' as const),
    mark: name,
    passthrough,
  }),
  fc.record({
    kind: fc.constant('change-mss' as const),
    mss: fc.oneof(fc.constant('clamp-to-pmtu' as const), fc.integer({ min: 500, max: 1500 })),
    passthrough,
  }),
  fc.record({ kind: fc.constant('jump' as const), target: name }),
);

/** Conditions as the writer orders them: by property, each once. */
const rule = fc
  .record({
    ...item,
    chain: name,
    matchers: fc.uniqueArray(matcher, { selector: one => one.kind, maxLength: 4 }).map(withProtocol),
    action,
  })
  .map(({ matchers, ...parts }) =>
    makeRule({
      ...parts,
      table: 'mangle',
      matchers: [...matchers].sort((a, b) => (a.kind < b.kind ? -1 : 1)),
    }),
  );

const gateway: fc.Arbitrary<Gateway> = fc.oneof(
  address.map(one => ({ address: one })),
  port.map(one => ({ interface: one })),
  fc.tuple(address, port).map(([one, via]) => ({ address: one, interface: via })),
);

const route = fc
  .record({
    ...item,
    destination: prefix,
    gateways: fc.array(gateway, { minLength: 1, maxLength: 3 }),
    table: fc.constantFrom('main', 'isp1', 'isp2'),
    distance: fc.integer({ min: 1, max: 255 }),
    scope: fc.integer({ min: 0, max: 255 }),
    targetScope: fc.integer({ min: 0, max: 255 }),
    checkGateway: fc.constantFrom('none' as const, 'ping' as const, 'arp' as const),
  })
  .map(makeRoute);

const upDown = fc.record({
  upload: fc.integer({ min: 0, max: 1e9 }),
  download: fc.integer({ min: 0, max: 1e9 }),
});

const queue = fc
  .record({
    ...item,
    name,
    target: fc.array(
      prefix.map(one => ({ kind: 'address' as const, prefix: one })),
      { maxLength: 2 },
    ),
    maxLimit: upDown,
    limitAt: upDown,
  })
  .map(makeSimpleQueue);

const some = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 4 });

/** A router refuses a second one of a name. */
const named = <T extends { readonly name: string }>(one: fc.Arbitrary<T>) =>
  fc.uniqueArray(one, { selector: ({ name: own }) => own, maxLength: 4 });

/** Any router that the dialect can say. Tables: stated in v7; in v6 those that routes imply come by themselves. */
export function anyRouter(dialect: Dialect): fc.Arbitrary<Router> {
  return fc
    .record({
      addresses: some(
        fc
          .record({
            ...item,
            address: fc.record({ address, length: fc.integer({ min: 0, max: 32 }) }),
            interface: port,
          })
          .map(makeIpAddress),
      ),
      pools: named(
        fc.record({ ...item, name, ranges: fc.array(range, { minLength: 1, maxLength: 3 }) }).map(makePool),
      ),
      interfaceLists: named(fc.record({ ...item, name, include: some(name) }).map(makeInterfaceList)),
      interfaceListMembers: some(
        fc.record({ ...item, list: name, interface: port }).map(makeInterfaceListMember),
      ),
      addressLists: some(
        fc
          .record({
            ...item,
            list: name,
            address: prefix.map(one => ({ kind: 'prefix' as const, prefix: one })),
          })
          .map(makeAddressListEntry),
      ),
      dhcpClients: some(
        fc
          .record({
            ...item,
            interface: port,
            usePeerDns: fc.boolean(),
            defaultRouteDistance: fc.integer({ min: 1, max: 255 }),
            script: comment,
          })
          .map(makeDhcpClient),
      ),
      dhcpNetworks: some(
        fc
          .record({ ...item, address: prefix, gateway: some(address), dnsServer: some(address) })
          .map(makeDhcpNetwork),
      ),
      netwatch: some(
        fc
          .record({ ...item, host: address, interval: fc.integer({ min: 1, max: 1e8 }), upScript: comment })
          .map(makeNetwatch),
      ),
      routes: some(route),
      simpleQueues: named(queue),
      mangle: some(rule),
      routingRules: some(
        fc
          .record({ ...item, srcAddress: prefix, table: fc.constantFrom('main', 'isp1') })
          .map(makeRoutingRule),
      ),
      routingTables: named(fc.record({ name, fib: fc.boolean() }).map(makeRoutingTable)),
    })
    .map(({ mangle, routingTables, ...parts }) => {
      const router = makeRouter({ ...parts, firewall: { ipv4: { ...noRules, mangle }, ipv6: noRules } });
      return makeRouter({ ...router, routingTables: dialect === 'v7' ? routingTables : implied(router) });
    });
}

function implied({ firewall, routes, routingRules }: Router) {
  const marks = firewall.ipv4.mangle.flatMap(one =>
    one.action.kind === 'mark-routing' ? [one.action.mark] : [],
  );
  const names = [
    ...marks,
    ...routes.map(({ table }) => table),
    ...routingRules.flatMap(({ table = 'main' }) => table),
  ];
  return [...new Set(names)]
    .filter(one => one !== 'main')
    .map(one => makeRoutingTable({ name: one, implied: true }));
}
