import { describe, expect, it } from 'vitest';
import { type DefaultRouteFacts, guessIntent, type MachineFacts, type PortFacts } from './index.ts';

const port = (name: string, parts: Partial<PortFacts> = {}): PortFacts => ({
  ...{ name, kind: '', running: true, addresses: [] },
  ...parts,
});
const route = (name: string, parts: Partial<DefaultRouteFacts> = {}): DefaultRouteFacts => ({
  ...{ interface: name, gateway: '10.0.0.1', metric: 100, protocol: 16 },
  ...parts,
});
const lo = port('lo', { addresses: ['127.0.0.1/8'] });

const yamlOf = (facts: MachineFacts): string => guessIntent(facts, 'schema.json').yaml ?? '';
const keysOf = (facts: MachineFacts): string =>
  yamlOf(facts)
    .split('\n')
    .filter(line => !line.trimStart().startsWith('#') && line.trim() !== '')
    .join('\n');

describe('guessIntent', () => {
  it('two default routes, a bridge with ports → two lines in the order of their metrics, the bridge inside', () => {
    const facts = {
      ports: [
        lo,
        port('eth0', { addresses: ['10.0.0.7/24'] }),
        port('eth1', { addresses: ['203.0.113.2/29'] }),
        port('eth2', { master: 'br0' }),
        port('br0', { kind: 'bridge', addresses: ['192.168.7.1/24'] }),
        port('docker0', { kind: 'bridge', addresses: ['172.17.0.1/16'] }),
        port('wg0', { kind: 'wireguard', addresses: ['10.8.0.1/24'] }),
      ],
      defaults: [route('eth1', { metric: 200, gateway: '203.0.113.1', protocol: 4 }), route('eth0')],
    };
    expect(keysOf(facts)).toBe(
      [
        'wans:',
        '  isp1: eth0',
        '  isp2: { interface: eth1, address: 203.0.113.2/29, gateway: 203.0.113.1 }',
        'lan: { interface: br0, address: 192.168.7.1/24 }',
      ].join('\n'),
    );
    expect(yamlOf(facts)).toContain('# eth0: a default route leaves by it to 10.0.0.1 (metric 100)');
  });

  it('one line and two free ports → the plugged one is inside, the other one is named', () => {
    const facts = {
      ports: [
        lo,
        port('eth0', { addresses: ['10.0.0.7/24'] }),
        port('eth1'),
        port('eth2', { running: false }),
      ],
      defaults: [route('eth0', { protocol: 3 })],
    };
    expect(keysOf(facts)).toBe('wans:\n  isp1: eth0\nlan: eth1');
    const text = yamlOf(facts);
    expect(text).toContain('A second line: isp2: eth2');
    expect(text).toContain('Whether by DHCP or by hand is not known: DHCP is assumed.');
  });

  it('nothing is known → the last free ports', () => {
    expect(keysOf({ ports: [lo, port('eth0'), port('eth1')], defaults: [] })).toBe(
      'wans:\n  isp1: eth0\nlan: eth1',
    );
  });

  it('ppp → an interface that is dialled by somebody', () => {
    const facts = {
      ports: [
        port('eth0', { addresses: ['192.168.1.1/24'] }),
        port('ppp0', { kind: 'ppp', addresses: ['100.64.1.3/32'] }),
      ],
      defaults: [route('ppp0', { gateway: undefined, protocol: 3 })],
    };
    expect(keysOf(facts)).toContain('isp1: { interface: ppp0, type: interface }');
  });

  it.each([
    ['one port', [lo, port('eth0')], [route('eth0')], /this machine shows eth0\.$/],
    ['none', [lo], [], /shows none\.$/],
    [
      'networks that overlap',
      [port('eth0', { addresses: ['10.0.0.7/24'] }), port('eth1', { addresses: ['10.0.0.9/16'] })],
      [route('eth0', { protocol: 4 })],
      /overlaps/,
    ],
  ])('%s → refused, with the reason', (_, ports, defaults, reason) => {
    const { yaml, refusal } = guessIntent({ ports, defaults }, 'x');
    expect(yaml).toBeUndefined();
    expect(refusal?.[0]).toMatch(reason);
    expect(refusal?.[1].length).toBeGreaterThan(10);
  });
});
