import { describe, expect, it } from 'vitest';
import { makeIntent } from './index.ts';

const said = (text: string): string[] =>
  makeIntent(text, 'gateway.yaml').diagnostics.map(
    ({ span: { start }, what }) => `${start.line}:${start.column} ${what}`,
  );

const office = 'wans:\n  isp1: ether1\n  isp2: ether2\nlan: ether4\n';

describe('makeIntent refuses', () => {
  it.each([
    ['', '1:1 The file is no group of keys.'],
    ['- a\n', '1:1 The file is no group of keys.'],
    ['lan: ether4\n', '1:1 wans is missing.'],
    ['wans: { a: 999.1.1.1 }\nlan: ether4\n', /^1:12 .* is not the name of an interface/],
    ['wans: { a: "e\\u200b1" }\nlan: ether4\n', /^1:12 .* is not the name of an interface/],
    ['wans: {}\nlan: ether4\n', '1:7 wans names no line.'],
    ['wans: [ether1]\nlan: ether4\n', '1:7 wans is not a group of keys, as { key: value }.'],
    [`${office}balanse: failover\n`, "5:1 The file has no key balanse. Did you mean 'balance'?"],
    [`${office}balance: both-adresses\n`, /^5:10 balance is not one of .* Did you mean 'both-addresses'\.$/],
    [`${office}spill: true\n`, '5:1 spill needs balance: rendezvous or adaptive.'],
    [`${office}balance: adaptive\npace: routeros\n`, '5:10 balance: adaptive needs pace: jalur.'],
    [`${office}wans:\n  a: b\n`, '5:1 This is not YAML: this key stands here twice.'],
    [`${office}failback: drain=20000\n`, '5:11 20000 minutes are more than a week.'],
    [`${office}failback: sometimes\n`, '5:11 failback is none of keep, cut and drain=MINUTES.'],
    [`${office}pace: routeros\nhealth: auto\n`, '6:9 health: auto needs pace: jalur.'],
    ['wans: { a: ether1 }\n', '1:1 There is no inner network.'],
    ['wans: { a: ether1 }\nlan: ether1\n', '2:6 ether1 is the interface of a already.'],
    ['wans: { 1a: ether1 }\nlan: x\n', /^1:\d+ 1a is not a name/],
    [
      'wans: { a: { interface: e1, gatway: 1.2.3.4 } }\nlan: x\n',
      /^1:29 wans\.a has no key gatway\. Did you mean/,
    ],
    ['wans: { a: { interface: e1, address: 1.2.3.4/24 } }\nlan: x\n', '1:9 a is static, and has no gateway.'],
    [
      'wans: { a: { interface: e1, address: 10.0.0.2/24, gateway: 10.0.1.1 } }\nlan: x\n',
      '1:60 10.0.1.1 lies outside the network of a, 10.0.0.0/24.',
    ],
    [
      'wans: { a: { interface: e1, address: 10.0.0.0/24, gateway: 10.0.0.1 } }\nlan: x\n',
      /10\.0\.0\.0\/24 is no address of a host/,
    ],
    [
      'wans: { a: { interface: e1, type: dhcp, over: e2 } }\nlan: x\n',
      '1:41 a is dhcp: over means nothing there.',
    ],
    ['wans: { a: { interface: p, over: e1, password: x } }\nlan: x\n', '1:9 a has a password, and no user.'],
    [
      'wans: { a: { interface: p, over: e1, user: u, password: x, password-file: /x } }\nlan: x\n',
      '1:60 a has a password and a password-file.',
    ],
    [
      'wans: { a: { interface: e1, password: x } }\nlan: x\n',
      '1:29 a is dhcp: password means nothing there.',
    ],
    [
      'wans: { a: { interface: p, over: e1, user: u, password: 12 } }\nlan: x\n',
      '1:57 wans.a.password is not a text: put it into quotes.',
    ],
    [
      'wans: { a: { interface: p, over: e1, user: u, password: "a\\nplugin x" } }\nlan: x\n',
      '1:57 wans.a.password holds a line end or another sign that cannot be seen.',
    ],
    [
      'wans: { a: { interface: p, over: e1, user: u, password-file: here } }\nlan: x\n',
      '1:62 wans.a.password-file is not the whole path of a file (/etc/jalur/isp1.password).',
    ],
    ['wans: { a: { interface: e1, weight: 2, rate: 1M } }\nlan: x\n', '1:40 a has a weight and a rate.'],
    [
      'wans: { a: { interface: e1, rate: 1M }, b: e2 }\nlan: x\n',
      '1:41 b has no rate, and other lines have one.',
    ],
    [
      'wans: { a: { interface: e1, backup: true } }\nlan: x\n',
      '1:1 All lines are backups: none carries anything.',
    ],
    ['wans: { a: { interface: e1, weight: "2" } }\nlan: x\n', /^1:37 wans\.a\.weight is not a number/],
    [
      'wans: { a: 5 }\nlan: x\n',
      '1:12 wans.a is neither an interface nor a group of keys, as { interface: ether1 }.',
    ],
    [
      'wans: { a: e1 }\nlan: { interface: x, address: 192.168.0.1 }\n',
      /^2:31 lan\.address is not an address with/,
    ],
    [
      'wans: { a: e1 }\nlan: { interface: x, dhcp: { pool: 10.0.0.1-10.0.0.9 } }\n',
      /^2:36 10\.0\.0\.1-10\.0\.0\.9 does not lie in/,
    ],
    ['wans: { a: e1 }\nlans: { x: y, z: w }\n', '2:15 z has no address.'],
    [
      `${office}forwards:\n  - { port: 443, to: 10.9.9.9 }\n`,
      '6:22 10.9.9.9 lies in none of the inner networks.',
    ],
    [
      `${office}forwards:\n  - { port: 443, to: 192.168.88.9, wans: [isp3, ispp1] }\n`,
      '6:43 There is no line isp3.',
    ],
    [
      `${office}forwards:\n  - { port: 70000, to: 192.168.88.9 }\n`,
      '6:13 forwards.0.port is not a port (443), or a range of ports (8000-8010).',
    ],
    [
      `${office}forwards:\n  - { port: 443, to: 192.168.88.9 }\n  - { port: 400-500, to: 192.168.88.8 }\n`,
      '7:13 400-500 is forwarded by the 1. forward already (forward 443).',
    ],
    [
      `${office}forwards:\n  - { port: 443, to: 192.168.88.9, from: [8.8.8.8], hairpin: true }\n`,
      '6:53 It is for some hosts of the internet alone: hairpin means nothing there.',
    ],
    [
      `${office}routes:\n  - { to: 10.9.0.0/16, via: 192.168.89.1 }\n`,
      '6:29 192.168.89.1 lies in none of our networks: it cannot be reached.',
    ],
    [`${office}routes:\n  - { to: 10.9.0.0/16, via: ether2 }\n`, '6:29 ether2 is the line isp2.'],
    [
      `${office}routes:\n  - { to: 192.168.88.128/25, via: wg0 }\n`,
      '6:11 192.168.88.128/25 overlaps with 192.168.88.0/24, the network of lan.',
    ],
    [`${office}routes:\n  - { to: 0.0.0.0/0, via: wg0 }\n`, '6:11 Everything leaves by the lines.'],
    [
      `${office}routes:\n  - { to: 10.9.0.0/16, via: wg0 }\n  - { to: 10.9.0.0/16, via: wg1 }\n`,
      '7:11 10.9.0.0/16 stands twice.',
    ],
    ['wans: { a: e1 }\nlan: { interface: v, vlan: 20 }\n', '2:22 lan is a VLAN of no port.'],
    [
      'wans: { a: e1 }\nlan: { interface: v, over: e2 }\n',
      '2:22 lan has a port that carries it, and no vlan.',
    ],
    [`${office}queues:\n  - { target: lam, rate: 5M }\n`, "6:15 There is no LAN lam. Did you mean 'lan'?"],
    [`a: &x 1\nb: *x\n`, '2:4 An alias (*name) stands for something that is written elsewhere.'],
  ])('%j', (text, expected) => {
    const [first] = said(text);
    if (typeof expected === 'string') expect(first).toBe(expected);
    else expect(first).toMatch(expected);
  });

  it('a long file, brackets without end → at its beginning', () => {
    for (const text of ['#'.repeat(2 ** 20 + 1), '['.repeat(200_000)])
      expect(makeIntent(text, 'x').diagnostics[0]?.span.start).toMatchObject({ line: 1 });
  });

  it('many errors → the first fifty, and how many more there are', () => {
    const keys = Array.from({ length: 80 }, (_, at) => `k${at}: 1`).join('\n');
    expect(said(`${office}${keys}\n`).at(-1)).toMatch(/^55:1 There are 30 more errors/);
  });
});
