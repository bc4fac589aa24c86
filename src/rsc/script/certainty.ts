import { dialledLines, type Item, type Router, scheduleOf } from '../../model/index.ts';
import type { Span } from '../../text/index.ts';
import type { RouterState } from './around.ts';
import { type Given, type HeldScript, openStatements, scriptCouldChange } from './run.ts';

/** An item whose script would change something that is not carried out. */
export interface UncertainScript {
  readonly item: Item;
  /** The first statement that is not certain; undefined: nothing that is carried out runs the script. */
  readonly at?: Span | undefined;
}

/** A script that an event runs, with what such an event may give. */
interface Sample {
  readonly held: HeldScript;
  readonly given: Given;
}

/**
 * Items with scripts whose effect is not certain when their event happens, and with scripts that no event runs. Of
 * what an event gives only the kind counts, so any addresses do.
 */
export function uncertainScripts(router: Router): UncertainScript[] {
  const samples = samplesOf(router);
  if (samples.length === 0 && idleScripts(router).length === 0) return [];
  const state = sampleState(router);
  const found = new Map<Item, UncertainScript>();
  for (const { held, given } of samples) {
    const [first] = openStatements(router, held, { given, state });
    if (first && !found.has(held.item)) found.set(held.item, { item: held.item, at: first.span });
  }
  for (const held of idleScripts(router))
    if (!found.has(held.item) && scriptCouldChange(router, held)) found.set(held.item, { item: held.item });
  return [...found.values()];
}

const [own, peer] = ['192.0.2.2', '192.0.2.1'];

function samplesOf(router: Router): Sample[] {
  const { netwatch, dhcpClients, plain } = router;
  const line = dialledLines(router)[0]?.interface.name ?? 'pppoe-out1';
  const ends = { interface: line, 'local-address': own, 'remote-address': peer };
  return [
    ...netwatch.flatMap(item => [
      ...sample(item, 'up-script', item.upScript, { host: item.host, status: 'up' }),
      ...sample(item, 'down-script', item.downScript, { host: item.host, status: 'down' }),
    ]),
    ...dhcpClients.flatMap(item =>
      ['1', '0'].flatMap(bound =>
        sample(item, 'script', item.script, {
          bound,
          interface: item.interface,
          'lease-address': own,
          'gateway-address': peer,
          'server-address': peer,
        }),
      ),
    ),
    ...plain.flatMap(item => [
      ...sample(item, 'on-up', item.properties['on-up'], ends),
      ...sample(item, 'on-down', item.properties['on-down'], ends),
      ...(runsItself(item) ? sample(item, 'on-event', item.properties['on-event']) : []),
    ]),
  ];
}

const sample = (item: Item, property: string, text = '', given: Given = {}): Sample[] =>
  text.trim() === '' || item.disabled ? [] : [{ held: { item, property, text }, given }];

/** At startup, or so often that it has run. */
const runsItself = (item: Item): boolean => scheduleOf(item) !== 'at-times';

/** What runs at its hour or at each test, and stored scripts that nothing runs. */
function idleScripts(router: Router): HeldScript[] {
  const { netwatch, dhcpServers, plain } = router;
  const texts = samplesOf(router).map(({ held }) => held.text);
  const isRun = ({ properties = {} }: Item): boolean =>
    texts.some(text => text.trim() === properties['name'] || text.includes(`run ${properties['name']}`));
  return [
    ...netwatch.flatMap(item => sample(item, 'test-script', item.properties['test-script'])),
    ...dhcpServers.flatMap(item => sample(item, 'lease-script', item.properties['lease-script'])),
    ...plain.flatMap(item => [
      ...(runsItself(item) ? [] : sample(item, 'on-event', item.properties['on-event'])),
      ...(item.menu === '/system script' && !isRun(item)
        ? sample(item, 'source', item.properties['source'])
        : []),
    ]),
  ].map(({ held }) => held);
}

function sampleState(router: Router): RouterState {
  const lines = dialledLines(router).map(({ interface: { name } }) => ({
    interface: name,
    address: `${own}/32`,
    network: peer,
  }));
  const lease = { address: `${own}/24`, gateway: peer, 'dhcp-server': peer, status: 'bound' };
  return {
    addresses: lines,
    leases: Object.fromEntries(router.dhcpClients.map(client => [client.interface, lease])),
    running: Object.fromEntries(router.interfaces.map(({ name }) => [name, true])),
  };
}
