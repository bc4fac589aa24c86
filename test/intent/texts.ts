import fc from 'fast-check';

/** Intents that are right, with everything that may stand in one. */
export const good: readonly string[] = [
  'wans:\n  isp1: ether1\n  isp2: ether2\nlan: ether4\n',
  `# all of it
name: office
wans:
  fibre: { interface: ether1, rate: 20M/100M }
  cable:
    interface: ether2
    address: 203.0.113.2/29
    gateway: 203.0.113.1
    rate: 10M/50M
    probes: [9.9.9.9, 149.112.112.112]
  dsl: { interface: ppp0, over: ether3, user: office@isp, password: "ge heim", rate: 5M }
  modem: { interface: wwan0, type: interface, backup: true }
lans:
  office:
    interface: br0
    address: 192.168.10.1/24
    dhcp:
      pool: 192.168.10.50-192.168.10.99
      lease: 8h
      hosts:
        printer: { mac: "AA:BB:CC:00:11:22", address: 192.168.10.9 }
  guests: { interface: guests, over: ether9, vlan: 20, address: 10.5.50.1/24, dns: [9.9.9.10], isolated: true }
dns: [1.1.1.1]
balance: src-address
health: auto
pace: jalur
failback: drain=10
local: [10.10.10.0/24]
filters: [closed-from-wan, wannacry]
management: { from: [192.168.10.0/24, 198.51.100.7], ports: [22, 443] }
forwards:
  - { name: web, port: 443, to: 192.168.10.9, wans: [fibre] }
  - { port: 8000-8010, to: 192.168.10.8, protocol: both, from: [198.51.100.0/24] }
  - { port: 2222, to: 192.168.10.7, to-port: 22, hairpin: false }
  - { port: 8443, to: 192.168.10.7, wans: [cable] }
  - { port: 993, to: 192.168.10.7 }
routes:
  - { to: 10.99.0.0/16, via: 192.168.10.254 }
queues:
  - { target: guests, rate: 5M/10M }
  - { name: nas, target: 192.168.10.7, rate: 50M }
`,
];

const pieces = [
  ...[
    '&a ',
    '*a',
    '<<: *a',
    '!!binary ',
    '!x ',
    '{',
    '}',
    '[',
    ']',
    ': ',
    '- ',
    '\t',
    '"',
    "'",
    '#',
    '|',
    '>',
    '---',
    '...',
    '%',
  ],
  ...[
    'null',
    '~',
    'true',
    '-1',
    '0x1F',
    '1e999',
    '.nan',
    '192.168.0.1/33',
    '999.1.1.1',
    '__proto__',
    'constructor',
    'toString',
  ],
  ...[
    '\u0000',
    '\ufeff',
    '\u2028',
    '\ud800',
    '\r',
    '\n',
    '  ',
    '\n  - ',
    '? ',
    'wans:',
    'lan: {}',
    'a: &b [*b]',
  ],
];

const lines = (text: string): readonly string[] => text.split('\n');

/** One change to a text, of the kinds that fingers, editors and tools make. */
const change = fc.oneof(
  fc.record({
    kind: fc.constant('insert' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    text: fc.constantFrom(...pieces),
  }),
  fc.record({
    kind: fc.constant('cut' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 1, max: 30 }),
  }),
  fc.record({ kind: fc.constant('double' as const), line: fc.nat(60) }),
  fc.record({ kind: fc.constant('indent' as const), line: fc.nat(60), by: fc.constantFrom(' ', '  ', '\t') }),
  fc.record({ kind: fc.constant('value' as const), line: fc.nat(60), text: fc.constantFrom(...pieces) }),
  fc.record({ kind: fc.constant('swap' as const), line: fc.nat(60) }),
);

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function changed(text: string, one: Change): string {
  if (one.kind === 'insert' || one.kind === 'cut') {
    const at = Math.floor(one.at * text.length);
    return one.kind === 'insert'
      ? text.slice(0, at) + one.text + text.slice(at)
      : text.slice(0, at) + text.slice(at + one.length);
  }
  const all = [...lines(text)];
  const at = one.line % all.length;
  const line = all[at] ?? '';
  if (one.kind === 'double') all.splice(at, 0, line);
  if (one.kind === 'indent') all[at] = one.by + line;
  if (one.kind === 'value') all[at] = line.replace(/:.*/, `: ${one.text}`);
  if (one.kind === 'swap') all.splice(at, 2, all[at + 1] ?? '', line);
  return all.join('\n');
}

/** Broken, most of them: changed texts, bytes, deep and long ones. */
export const anyTextFrom = (texts: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 12,
      arbitrary: fc
        .tuple(fc.constantFrom(...texts), fc.array(change, { minLength: 1, maxLength: 4 }))
        .map(([text, changes]) => changes.reduce(changed, text)),
    },
    { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
    {
      weight: 2,
      arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map(parts => parts.join('')),
    },
    { weight: 2, arbitrary: fc.json({ maxDepth: 6 }) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('[', '{a: ', '- ', 'a:\n '), fc.integer({ min: 100, max: 3000 }))
        .map(([piece, count]) => piece.repeat(count)),
    },
  );

export const anyText = anyTextFrom(good);

/** Files that say who is told, and nothing else. */
export const goodNotify: readonly string[] = [
  'notify:\n  phone: { type: ntfy, url: https://ntfy.sh/a-topic }\n',
  `notify:
  phone:
    type: ntfy
    url: { file: /etc/jalur/ntfy.url }
    title: '{{gateway}}: {{title}}'
    text: '{{text}} ({{time}})'
    priority: high
  team:
    type: telegram
    token: { file: /etc/jalur/telegram.token }
    chat: -1001234567890
    language: id
  log: { type: command, run: [/usr/bin/logger, -t, jalur], timeout: 5s }
  hook: { type: webhook, url: https://example.net/hook, headers: { X-Office: one, Authorization: { env: HOOK } } }
`,
];
