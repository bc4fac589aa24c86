import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packagePath } from '../../sys/index.ts';
import { printPlace } from '../../text/index.ts';
import { readTopology } from './read.ts';
import { keysAt } from './schema.ts';

const sample = `
title: the paper's bench
config: paper.rsc
congestion: cubic
router: { lan: ether4 }
clients: 4
internet:
  servers: 320
  hosts: [8.8.4.4, 9.9.9.9]
  names: { google.com: 203.0.113.10 }
isps:
  - name: isp1
    interface: ether1
    network: 10.10.10.0/24
    gateway: 10.10.10.1
    lease: 10.10.10.254
    rate: { upload: 512k, download: 512k }
    queue: 10
    delay: 10ms
    jitter: 2ms
    loss: 0
  - interface: ether2
    rate: { upload: 256k, download: 256k }
    delay: 15
expect:
  balance: { isp1: 0.667 }
`;

function faults(text: string): string[] {
  return readTopology(text, 't.yaml').diagnostics.map(
    ({ id, what, span }) => `${printPlace(span)} ${id} ${what}`,
  );
}

describe('readTopology', () => {
  it('reads what the file says', () => {
    const { topology, diagnostics } = readTopology(sample, 't.yaml');
    expect(diagnostics).toEqual([]);
    expect(topology?.isps[0]).toMatchObject({
      name: 'isp1',
      lease: ['10.10.10.254'],
      rate: { upload: 512_000, download: 512_000 },
      delay: 10,
      jitter: 2,
    });
    expect(topology?.expect).toEqual({ balance: { isp1: 0.667 } });
  });

  it('fills in the addresses of the paper', () => {
    const second = readTopology(sample, 't.yaml').topology?.isps[1];
    expect(second).toMatchObject({
      name: 'isp2',
      network: '20.20.20.0/24',
      gateway: '20.20.20.1',
      lease: ['20.20.20.254'],
      upstream: '198.51.100.8/30',
      delay: 15,
      queue: 10,
    });
  });

  it('needs nothing but an ISP with its port', () => {
    const { topology } = readTopology('isps: [{ interface: ether1 }]', 't.yaml');
    expect(topology).toMatchObject({ congestion: 'cubic', clients: { count: 4 }, router: { lan: 'ether4' } });
    expect(topology?.internet.servers).toBe(320);
  });

  it.each([
    [
      'isps: [',
      't.yaml:1:8 lab/topology-yaml This is not YAML: a line is not indented as its neighbours are, or a bracket is not closed.',
    ],
    ['isps:\n\t- x', 'lab/topology-yaml This is not YAML: a line is indented by a tab; YAML wants spaces.'],
    ['isps:\nisps: []', 'lab/topology-yaml This is not YAML: this key stands here twice.'],
    ['isps:', 't.yaml:1:6 lab/topology-value isps is empty.'],
    ['isps: ether1', 't.yaml:1:7 lab/topology-value isps is not a list, as [a, b].'],
    ['isps: [ether1]', 't.yaml:1:8 lab/topology-value isps[0] is not a group of keys, as { key: value }.'],
    [
      'isps: [{ interface: 1 }]',
      't.yaml:1:21 lab/topology-value isps[0].interface is not a text (put it in quotes).',
    ],
    ['isps: [{ interface: e1, queue: 1.5 }]', 'isps[0].queue is not a whole number.'],
    ['isps: [{ interface: e1, loss: many }]', 'isps[0].loss is not a number.'],
    [
      'internet: { names: { "a b": 1.2.3.4 } }\nisps: [{ interface: e1 }]',
      'internet.names.a b has a key that is not a host name.',
    ],
    ['', 't.yaml:1:1 lab/topology-missing-key isps is missing.'],
    ['isps: []', 't.yaml:1:7 lab/topology-value isps names no ISP.'],
    [
      'isps:\n- interface: ether1\n  gatway: 1.2.3.4',
      't.yaml:3:3 lab/topology-unknown-key isps[0] has no key gatway.',
    ],
    [
      'isps: [{ interface: ether1, delay: fast }]',
      't.yaml:1:36 lab/topology-value isps[0].delay is not a time',
    ],
    [
      'isps: [{ interface: ether1, rate: { upload: x } }]',
      't.yaml:1:45 lab/topology-value isps[0].rate.upload is not a rate',
    ],
    [
      'isps: [{ interface: ether1, network: 10.0.0.1/24 }]',
      't.yaml:1:38 lab/topology-value isps[0].network has host bits set; the network is 10.0.0.0/24.',
    ],
    [
      'isps: [{ interface: "a\\tb" }]',
      't.yaml:1:21 lab/topology-value isps[0].interface is not an interface name',
    ],
    [
      'clients: many\nisps: [{ interface: e1 }]',
      't.yaml:1:10 lab/topology-value clients is not a group of keys, as { key: value }.',
    ],
    [
      'isps: [{ interface: e1, gateway: 9.9.9.9, network: 10.0.0.0/24 }]',
      't.yaml:1:34 lab/topology-contradiction isps[0].gateway: gateway 9.9.9.9 is not in 10.0.0.0/24.',
    ],
    [
      'isps: [{ interface: e1 }, { interface: e1 }]',
      "t.yaml:1:40 lab/topology-contradiction isps[1].interface: e1 is already another ISP's interface.",
    ],
    [
      'isps: [{ interface: e1, delay: 5, jitter: 6 }]',
      't.yaml:1:43 lab/topology-contradiction isps[0].jitter: 6 ms is more than',
    ],
    [
      'isps: [{ interface: ether4 }]',
      't.yaml:1:1 lab/topology-contradiction router.lan: ether4 is already the port of isp1.',
    ],
  ])('points at the fault in %j', (text, expected) => {
    expect(faults(text)[0]).toContain(expected);
  });
});

describe('docs/lab.md', () => {
  const text = readFileSync(packagePath('docs/lab.md'), 'utf8');
  const blocks = [...text.matchAll(/```yaml\n(.*?)```/gs)].map(match => match[1] ?? '');

  it('shows topologies that are read without complaint', () => {
    expect(blocks).toHaveLength(2);
    for (const block of blocks) expect(faults(block)).toEqual([]);
  });

  it('names every key and tells its default', () => {
    const [least = '', full = ''] = blocks;
    for (const path of [[], ['internet'], ['isps'], ['isps', 'rate']]) {
      for (const key of keysAt(path)) expect(full).toMatch(new RegExp(`\\b${key}:`));
    }
    const stated = readTopology(full, 't.yaml').topology?.isps[0];
    const { rate, usual, ...defaults } = readTopology(least, 't.yaml').topology?.isps[0] ?? {};
    expect({ rate, usual }).toEqual({ rate: {}, usual: true });
    expect(stated).toMatchObject(defaults);
  });
});
