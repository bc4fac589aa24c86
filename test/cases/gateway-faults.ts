/** What may happen to a gateway, what must come of it, and the tests that cause it on a real kernel (or, where it is said, in the pure core). */
export interface GatewayFault {
  readonly fault: string;
  readonly right: string;
  /** A file, and a test of it by its name as it stands there. */
  readonly tests: readonly (readonly [file: string, name: string])[];
}

const gateway = (name: string): string => `src/gateway/${name}.kernel.test.ts`;

export const gatewayFaults: readonly GatewayFault[] = [
  {
    fault: 'the upstream is dead behind a live modem',
    right: 'its traffic goes by another line, within 0.35 s with traffic and 1.2 s without',
    tests: [
      [gateway('gateway'), 'moves the tables when the canary falls silent though the link is up, and back'],
      ['src/health/line/next-line.test.ts', 'an idle line dies → p50 within 1.15 s, p99 within 1.5 s'],
      ['src/health/line/next-line.test.ts', 'a line with traffic dies → p50 within 0.3 s, p99 within 0.55 s'],
    ],
  },
  {
    fault: 'the upstream is dead, and the modem begins anew: its link comes back first',
    right: 'nothing new goes by it before somebody behind it answers, while there is another line',
    tests: [
      [
        gateway('returning'),
        'its link is back, its upstream is not → nothing goes by it until somebody answers',
      ],
      ['src/gateway/core/lines/lines.test.ts', 'there is no other, or it goes meanwhile → used at once'],
    ],
  },
  {
    fault: 'lines are full, or lose packets',
    right: 'no line is taken for dead',
    tests: [
      ['src/health/line/next-line.test.ts', 'line: %s → never down'],
      [
        'src/health/line/next-line.test.ts',
        'its own text asks ten times a second, and the line is full → never down',
      ],
    ],
  },
  {
    fault: 'established TCP that only receives, and its line dies',
    right: 'it is reset, and connects anew',
    tests: [
      [
        gateway('flows'),
        'dies → each connection of that line is reset, also those that only receive, and no other',
      ],
    ],
  },
  {
    fault: 'a line returns',
    right: 'nothing is broken a second time',
    tests: [[gateway('flows'), 'returns → none of those is broken, and new ones use both lines']],
  },
  {
    fault: 'restart, --leave, another configuration',
    right: 'no packet is lost, nothing is broken',
    tests: [
      [
        gateway('leave'),
        '%s → leases and services of the LAN run on; run again → nothing lost, nothing broken, nothing changed',
      ],
      [gateway('lifecycle'), 'a text with one rule more → nothing lost or broken, its services go on'],
      [
        gateway('lifecycle'),
        'reload, one rule more → only its chain is changed, counts and lists go on, nothing lost or broken',
      ],
    ],
  },
  {
    fault: 'a lease of another network, with 20 000 entries in a list',
    right: 'elements of sets change, rules and entries stay',
    tests: [
      [
        gateway('new-lease'),
        '%s → elements of sets alone change: rules keep their counts, 20 000 entries stay',
      ],
    ],
  },
  {
    fault: 'nft refuses the table',
    right: 'nothing is changed, it is said with the line of the text; plan says it first',
    tests: [
      [gateway('gateway'), 'refuses %s before it changes anything'],
      ['test/cases/gateway.test.ts', '$name'],
      [gateway('lifecycle'), 'reload of a text %s → the old one stays in force, with its line, and is said'],
    ],
  },
  {
    fault: 'somebody flushes nftables, deletes a rule, a route, an address',
    right: 'noticed and put back within a second, and said',
    tests: [
      [gateway('drift'), '%s under traffic → back, said; what leaked is counted'],
      [
        gateway('drift'),
        'a chain is flushed → the next decision puts it back, with nothing else in between, and says so',
      ],
    ],
  },
  {
    fault: 'its output is closed',
    right: 'it goes on',
    tests: [
      [
        gateway('ownership'),
        'its output is closed → it goes on; killed → undo puts everything back and ends its servers',
      ],
      [
        'test/hostile/unread.kernel.test.ts',
        'the gateway goes on without a reader; Ctrl-C → all is as it was found',
      ],
    ],
  },
  {
    fault: 'a second run',
    right: 'refused with the process that has the namespace',
    tests: [
      [
        gateway('ownership'),
        'a second gateway, with another state folder → refused with the process that has the namespace',
      ],
    ],
  },
  {
    fault: 'undo beside a running gateway',
    right: 'refused, it goes on',
    tests: [[gateway('ownership'), 'undo beside it → refused, the gateway goes on']],
  },
  {
    fault: 'kill -9, then undo',
    right: 'everything is put back, its servers are gone',
    tests: [
      [
        gateway('ownership'),
        'its output is closed → it goes on; killed → undo puts everything back and ends its servers',
      ],
    ],
  },
  {
    fault: 'undo in a new namespace with a reused inode',
    right: 'nothing of its own is taken from it',
    tests: [
      [
        gateway('ownership'),
        'its namespace is gone, another has its number now → undo takes nothing from that one',
      ],
    ],
  },
  {
    fault: 'something cannot be put back at the end',
    right: 'said with what is left; undo restores it',
    tests: [
      [
        gateway('ownership'),
        'at its end a setting cannot be restored → said with what is left, exit code not 0; undo restores the rest',
      ],
    ],
  },
  {
    fault: 'a lease of one address, its gateway outside (/32)',
    right: 'a route on the link, which works',
    tests: [[gateway('leases'), 'one address, its gateway outside (/32)']],
  },
  {
    fault: 'a firewall for IPv6 that drops',
    right: 'nothing of it passes, and it is said',
    tests: [
      [
        'src/compile/ipv6.kernel.test.ts',
        'a rule for IPv6 that drops tcp/3389 in chain %s → no packet to that port passes',
      ],
      ['test/cases/plan.test.ts', 'drop rules → said, and IPv6 is not forwarded'],
    ],
  },
  {
    fault: 'another table drops what is forwarded',
    right: 'said, with the rule',
    tests: [
      [
        gateway('drift'),
        'another table drops what is forwarded → an error with its chain; it is gone → cleared',
      ],
    ],
  },
];

const used = (fault: string, name = fault): GatewayFault => ({
  ...{ fault, right: 'used where it works', tests: [[gateway('leases'), `'${name}'`]] },
});
const refused = (fault: string, name = fault): GatewayFault => ({
  ...{ fault, right: 'refused, what was good before stays', tests: [[gateway('leases'), `'${name}'`]] },
});

/** What DHCP servers say, right and wrong. */
export const dhcpAnswers: readonly GatewayFault[] = [
  used('63 gateways', 'as many gateways as one option holds'),
  used('a gateway off the link'),
  used('no mask'),
  used('a lease of no time', 'no time'),
  used('a lease of a second', 'a second that lasts'),
  used('a lease for ever', 'for ever'),
  used('host and domain with what a shell would run', 'names that a shell would run'),
  used('a /32 with a gateway outside it', 'one address, its gateway outside (/32)'),
  used('classless routes alone', 'classless routes alone (option 121)'),
  used('no gateway'),
  used('a gateway option of three bytes', 'a gateway of three bytes'),
  refused('gateway 0.0.0.0'),
  refused('gateway 255.255.255.255'),
  refused('its own address as gateway', 'a gateway that is its own address'),
  refused("the router's LAN address as gateway", 'a gateway that is the LAN address'),
  refused('a host of the LAN as gateway', 'a gateway that is a host of the LAN'),
  refused("the LAN's own address", 'the address of the LAN'),
  {
    ...{ fault: 'address 0.0.0.0', right: 'refused' },
    tests: [['src/rib/leases/leases.test.ts', "'address 0.0.0.0'"]],
  },
  refused('address 127.0.0.1', 'a loopback address'),
  refused('address 255.255.255.255', 'a broadcast address'),
  refused('a multicast address'),
  refused('mask /0'),
  refused('mask /1'),
  refused('a mask with gaps'),
  refused('an address in the LAN by a mask /8', 'an address in the LAN, mask /8'),
];
