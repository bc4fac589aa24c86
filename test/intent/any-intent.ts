import fc from 'fast-check';

// Any intents that RouterOS text can hold whole: what only jalur's own pace knows (health, failback) and rates (they become weights)
// are left out.

const name = fc.constantFrom('isp', 'fibre', 'dsl', 'ISP', 'line_a', 'b-1');

const wan = (at: number) =>
  fc.oneof(
    fc.constant({ interface: `ether${at}` }),
    fc.constant({ interface: `ether${at}`, address: `203.0.${at}.2/29`, gateway: `203.0.${at}.1` }),
    fc.constant({ interface: `ppp${at}`, over: `ether${at}`, user: `office${at}@isp` }),
    fc
      .constantFrom('geheim', 'a b"c', '$x\\y[z]', 'yes', '1234', 'é#;={}')
      .map(password => ({ interface: `ppp${at}`, over: `ether${at}`, user: `office${at}@isp`, password })),
    fc.constant({ interface: `wwan${at}`, type: 'interface' }),
  );

const wans = fc
  .tuple(
    name,
    fc.integer({ min: 1, max: 4 }),
    fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 4, maxLength: 4 }),
    fc.boolean(),
    fc.tuple(wan(1), wan(2), wan(3), wan(4)),
  )
  .map(([base, count, weights, hasBackup, lines]) =>
    Object.fromEntries(
      lines.slice(0, count).map((line, at) => {
        const isBackup = hasBackup && count > 2 && at === count - 1;
        return [`${base}${at + 1}`, { ...line, ...(isBackup ? { backup: true } : { weight: weights[at] }) }];
      }),
    ),
  );

const lan = (at: number) =>
  fc.record(
    {
      interface: fc.constant(`br${at}`),
      address: fc.constant(`192.168.${at}.1/24`),
      dhcp: fc.constantFrom<unknown>(
        true,
        false,
        { pool: `192.168.${at}.50-192.168.${at}.60`, lease: '8h' },
        { hosts: { printer: { mac: 'AA:BB:CC:00:11:22', address: `192.168.${at}.9` } } },
      ),
      dns: fc.constantFrom<unknown>(true, ['9.9.9.10', '1.1.1.1']),
      isolated: fc.boolean(),
    },
    { requiredKeys: ['interface', 'address'] },
  );

const forwards = fc.uniqueArray(
  fc.record(
    {
      name: fc.constantFrom('web', 'ssh'),
      port: fc.constantFrom<unknown>(443, 2222, '8000-8010'),
      to: fc.constantFrom('192.168.1.9', '192.168.1.8'),
      protocol: fc.constantFrom('tcp', 'udp'),
      hairpin: fc.boolean(),
    },
    { requiredKeys: ['port', 'to'] },
  ),
  { maxLength: 3, selector: ({ port }) => String(port) },
);

const queues = fc.uniqueArray(
  fc.record({
    target: fc.constantFrom('lan1', '192.168.1.7', '192.168.1.64/26'),
    rate: fc.constantFrom('5M/10M', '512k/2M'),
  }),
  { maxLength: 3, selector: ({ target }) => target },
);

/** An intent as its file would say it. */
export const anyIntent = fc.record(
  {
    name: fc.constantFrom('office', 'gw-1'),
    wans,
    lans: fc
      .tuple(lan(1), lan(2), fc.boolean())
      .map(([one, two, both]) =>
        both ? { lan1: one, lan2: { ...two, over: 'ether9', vlan: 20 } } : { lan1: one },
      ),
    dns: fc.constantFrom(['1.1.1.1'], ['9.9.9.10', '8.8.8.8']),
    balance: fc.constantFrom('both-addresses', 'src-address', 'both-addresses-and-ports', 'failover'),
    local: fc.constant(['10.10.10.0/24']),
    filters: fc.constantFrom(['closed-from-wan'], ['wannacry', 'closed-from-wan'], ['wannacry']),
    management: fc.constantFrom(
      { from: ['192.168.1.0/24', '198.51.100.7'] },
      { from: ['192.168.1.5'], ports: [22, 443] },
    ),
    forwards,
    routes: fc.constantFrom(
      [{ to: '10.99.0.0/16', via: '192.168.1.254' }],
      [
        { to: '10.98.0.0/24', via: 'wg0' },
        { to: '172.16.0.0/12', via: '192.168.1.2' },
      ],
    ),
    queues,
  },
  { requiredKeys: ['wans', 'lans'] },
);
