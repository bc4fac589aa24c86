import { stringify } from 'yaml';
import { type BitRate, printDuration } from '../../net/index.ts';
import type { IspTopology, Topology } from './topology.ts';

/**
 * A topology as the text of a `topology.yaml`, every key with its value, and comments that say what it is for: to be
 * edited. Read back, it gives the same bench.
 */
export function printTopology({ title, config, congestion, ...rest }: Topology): string {
  const { router, clients, internet, isps, connections, faults, assume, expect } = rest;
  return [
    '# What jalur takes this bench to be. Save it as topology.yaml beside the configuration, and change what is not so;',
    '# what you take out is derived from the configuration again.',
    `title: ${quoted(title)}`,
    `config: ${quoted(config)}`,
    noted(`congestion: ${congestion}`, 'TCP congestion control of every connection'),
    'router:',
    noted(`  lan: ${router.lan}`, "the port that the clients' switch is plugged into"),
    ...clientLines(clients),
    'internet:',
    noted(`  servers: ${internet.servers}`, '203.0.113.1–254, then 198.18.0.1 and on'),
    noted(`  hosts: ${list(internet.hosts)}`, 'further addresses that answer: probe addresses, resolvers'),
    `  names: ${map(internet.names)}`,
    'isps:',
    ...isps.flatMap(ispLines),
    noted(`connections: ${connections}`, 'of the balance experiment'),
    noted(`faults: ${list(faults)}`, 'what the failover experiment does to each ISP'),
    noted(`assume: ${map(assume)}`, 'answers to what the configuration leaves open, as --assume takes them'),
    ...expectLines(expect),
    '',
  ].join('\n');
}

function expectLines(expect: Topology['expect']): readonly string[] {
  const note = 'what each experiment should show: docs/lab.md';
  if (Object.keys(expect).length === 0) return [noted('expect: {}', note)];
  const lines = stringify(expect, { indent: 2, lineWidth: 0 }).trimEnd().split('\n');
  return [noted('expect:', note), ...lines.map(line => `  ${line}`)];
}

const noted = (line: string, note: string): string => `${line.padEnd(36)} # ${note}`;

/** JSON is YAML: what a plain text could be mistaken for need not be known. */
const quoted = (text: string): string => (/^[A-Za-z][\w./-]*$/.test(text) ? text : JSON.stringify(text));

const list = (items: readonly string[]): string => `[${items.join(', ')}]`;

function map(entries: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(entries).map(([key, value]) => `${quoted(key)}: ${quotedValue(value)}`);
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

/** An address is a text without quotes; anything else may be a number or a truth to YAML. */
const quotedValue = (text: string): string =>
  /^\d+\.\d+\.\d+\.\d+$/.test(text) ? text : JSON.stringify(text);

function clientLines({ count, static: fixed }: Topology['clients']): readonly string[] {
  if (!fixed)
    return ['clients:', noted(`  count: ${count}`, 'c1, c2 …, with addresses by DHCP from the router')];
  return [
    'clients:',
    noted(`  count: ${count}`, 'c1, c2 …, with static addresses of this network'),
    `  network: ${fixed.network}`,
    `  gateway: ${fixed.gateway}`,
  ];
}

function ispLines(isp: IspTopology): readonly string[] {
  const { name, interface: port, network, gateway, lease, leaseTime, dialled } = isp;
  const { upstream, rate, queue, delay, jitter, loss } = isp;
  const line = (text: string, note?: string): string => (note ? noted(`    ${text}`, note) : `    ${text}`);
  return [
    `  - name: ${name}`,
    line(`interface: ${port}`, dialled ? 'the line that the router dials' : "the router's port"),
    ...(dialled ? [] : [line(`network: ${network}`)]),
    line(`gateway: ${gateway}`, dialled ? 'the peer' : "the provider's box"),
    line(`lease: ${list(lease)}`, leaseNote(isp)),
    line(`lease-time: ${printDuration(leaseTime)}`),
    line(`upstream: ${upstream}`, 'between its router and the Internet'),
    line(`rate: ${rates(rate)}`, 'bit/s of whole frames; {}: no limit'),
    line(`queue: ${queue}`, 'full frames that wait at the limit'),
    line(`delay: ${printDuration(delay)}`, 'one way'),
    line(`jitter: ${printDuration(jitter)}`),
    line(`loss: ${loss}`, 'per cent, each way'),
  ];
}

function leaseNote({ dialled, lease }: IspTopology): string {
  if (dialled) return 'the address that the line is given';
  return lease.length === 0
    ? 'the router has a static address: no DHCP server'
    : 'what its DHCP server gives';
}

function rates({ upload, download }: IspTopology['rate']): string {
  const parts = [bits('upload', upload), bits('download', download)].filter(part => part !== '');
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}

const bits = (name: string, rate: BitRate | undefined): string =>
  rate === undefined ? '' : `${name}: ${rate % 1000 === 0 ? `${rate / 1000}k` : rate}`;
