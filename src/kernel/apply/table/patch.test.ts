import { describe, expect, it } from 'vitest';
import { patchTable } from './patch.ts';

const forward = (...rules: readonly string[]): string => `  chain filter_forward {
    type filter hook forward priority filter; policy accept;
${rules.map(rule => `    ${rule}\n`).join('')}  }
`;
const other = `  chain filter_input {
    type filter hook input priority filter; policy accept;
    counter drop comment "x.rsc:9"
  }
`;
const list = (...addresses: readonly string[]): string => `  set list_a {
    type ipv4_addr
    flags interval
    auto-merge
    elements = { ${addresses.join(', ')} }
  }
`;
const table = (...parts: readonly string[]): string => `table inet jalur {\n${parts.join('\n')}}\n`;

const listing = (...counts: readonly number[]): string =>
  JSON.stringify({
    nftables: counts.map((packets, i) => ({
      rule: {
        chain: 'filter_forward',
        handle: 10 + i,
        expr: [{ match: {} }, { counter: { packets, bytes: packets * 9 } }],
      },
    })),
  });

const one = 'tcp dport 25 counter drop comment "x.rsc:1"';
const two = 'tcp dport 80 counter accept comment "x.rsc:2"';

const patched = (before: string, after: string, counts = listing(7, 8)) =>
  patchTable('jalur', before, after, after, counts);

describe('a table that is changed in place', () => {
  it('nothing differs → nothing is done', () => {
    expect(patched(table(forward(one), other), table(forward(one), other))).toEqual({
      script: '',
      touches: [],
    });
  });

  it('a rule is put in, the place of the next moves → these two alone, and what stays in its place is not touched', () => {
    const moved = two.replace('x.rsc:2', 'x.rsc:3');
    const patch = patched(
      table(forward(one, two), other),
      table(forward(one, 'udp dport 53 counter drop comment "x.rsc:2"', moved), other),
    );
    expect(patch?.touches).toEqual(['chain filter_forward']);
    expect(patch?.script).toBe(`delete rule inet jalur filter_forward handle 11
add rule inet jalur filter_forward udp dport 53 counter drop comment "x.rsc:2"
add rule inet jalur filter_forward tcp dport 80 counter packets 8 bytes 72 accept comment "x.rsc:3"
`);
  });

  it('most rules differ → the chain is filled anew, and those that were there count on', () => {
    const moved = [one.replace('x.rsc:1', 'x.rsc:2'), two.replace('x.rsc:2', 'x.rsc:3')];
    const patch = patched(
      table(forward(one, two), other),
      table(forward('udp dport 53 counter drop comment "x.rsc:1"', ...moved), other),
    );
    expect(patch?.touches).toEqual(['chain filter_forward']);
    expect(patch?.script).toBe(`flush chain inet jalur filter_forward
table inet jalur {
chain filter_forward {
  type filter hook forward priority filter; policy accept;
  udp dport 53 counter drop comment "x.rsc:1"
  tcp dport 25 counter packets 7 bytes 63 drop comment "x.rsc:2"
  tcp dport 80 counter packets 8 bytes 72 accept comment "x.rsc:3"
}
}
`);
  });

  it('equal rules → each keeps its own count, in order', () => {
    const again = [one, one].map((rule, i) => rule.replace('x.rsc:1', `x.rsc:${i + 5}`));
    const patch = patched(table(forward(one, one)), table(forward(...again, two)));
    expect(patch?.script.match(/counter packets \d+/g)).toEqual(['counter packets 7', 'counter packets 8']);
  });

  it('the kernel lists another number of rules → they count from 0', () => {
    const patch = patched(table(forward(one, two)), table(forward(two)), listing(7));
    expect(patch?.script).not.toContain('packets');
  });

  const asking = 'ip saddr @list_a counter drop comment "x.rsc:1"';
  const patchedList = (before: readonly string[], after: readonly string[]) =>
    patched(table(list(...before), forward(asking)), table(list(...after), forward(asking)), listing(3));

  it('entries of a list come and go → they alone, and no chain is touched', () => {
    const patch = patchedList(
      ['10.0.0.1', '10.0.1.0/24', '10.0.2.1-10.0.2.9'],
      ['10.0.1.0/24', '10.0.2.1-10.0.2.9', '10.0.3.1'],
    );
    expect(patch?.touches).toEqual(['set list_a']);
    expect(patch?.script.trim().split('\n')).toEqual([
      'delete element inet jalur list_a { 10.0.0.1 }',
      'add element inet jalur list_a { 10.0.3.1 }',
    ]);
  });

  it('an entry goes that another one covers, or entries have a time-out → the list is made anew', () => {
    const covered = patchedList(['10.0.0.0/8', '10.0.0.1'], ['10.0.0.0/8']);
    expect(covered?.touches).toEqual(['set list_a', 'chain filter_forward']);
    const near = patchedList(['10.0.0.1', '10.0.0.2'], ['10.0.0.1']);
    expect(near?.touches).toEqual(['set list_a', 'chain filter_forward']);
    const timed = patchedList(['10.0.0.1 timeout 60s'], ['10.0.0.2']);
    expect(timed?.touches).toEqual(['set list_a', 'chain filter_forward']);
  });

  it('a chain enters elsewhere → it is deleted and made anew, its counts go on', () => {
    const patch = patched(
      table(forward(one)),
      table(forward(one).replace('priority filter', 'priority -5')),
      listing(4),
    );
    expect(patch?.script.split('\n').slice(0, 2)).toEqual([
      'flush chain inet jalur filter_forward',
      'delete chain inet jalur filter_forward',
    ]);
    expect(patch?.script).toContain('counter packets 4');
  });

  it('a chain that another one jumped to is gone → both are emptied before it is deleted', () => {
    const inner = '  chain own {\n    counter drop\n  }\n';
    const patch = patched(table(inner, forward('jump own')), table(forward(one)), listing());
    expect(patch?.script.split('\n').slice(0, 3)).toEqual([
      'flush chain inet jalur filter_forward',
      'flush chain inet jalur own',
      'delete chain inet jalur own',
    ]);
  });

  it('a set in which a rule counts is another rule’s now → made anew', () => {
    const meter = '  set meter0 {\n    type ipv4_addr\n    size 65535\n    flags dynamic\n  }\n';
    const counts = (port: number) =>
      `udp dport ${port} update @meter0 { ip saddr limit rate over 5/second } counter drop`;
    const same = patched(table(meter, forward(counts(53), one)), table(meter, forward(counts(53), two)));
    expect(same?.touches).toEqual(['chain filter_forward']);
    const next = patched(table(meter, forward(counts(53))), table(meter, forward(counts(54))));
    expect(next?.touches).toEqual(['set meter0', 'chain filter_forward']);
  });

  it('a set whose elements count is another → its elements that stay count on', () => {
    const set = (...elements: readonly string[]) =>
      `  set forward_any0 {\n    type inet_proto . ipv4_addr\n    counter\n    elements = { ${elements.join(', ')} }\n  }\n`;
    const asks = 'meta l4proto . ip daddr @forward_any0 drop comment "x.rsc:1,2"';
    const [first, second, third] = [
      'tcp . 10.0.0.1 counter comment "x.rsc:1"',
      'udp . 10.0.0.0/24 counter comment "x.rsc:2"',
      'tcp . 10.0.0.2 counter comment "x.rsc:3"',
    ];
    const val = { concat: ['udp', { prefix: { addr: '10.0.0.0', len: 24 } }] };
    const counts = JSON.stringify({
      nftables: [
        { set: { name: 'forward_any0', elem: [{ elem: { val, counter: { packets: 7, bytes: 63 } } }] } },
      ],
    });
    const patch = patched(
      table(set(first, second), forward(asks)),
      table(set(second, third), forward(asks)),
      counts,
    );
    expect(patch?.script).toContain(
      '{ udp . 10.0.0.0/24 counter packets 7 bytes 63 comment "x.rsc:2", tcp . 10.0.0.2 counter comment',
    );
  });

  it('named counters, and lists that rules fill → kept where they are the same', () => {
    const more =
      '  counter line0_in {\n  }\n  set list_b__added {\n    type ipv4_addr\n    flags dynamic,timeout\n  }\n';
    expect(patched(table(more, forward(one)), table(more, forward(two)), listing(1))?.touches).toEqual([
      'chain filter_forward',
    ]);
  });

  it('something of another kind → a whole load', () => {
    expect(patched(table('  quota q {\n  }\n', forward(one)), table(forward(one)))).toBeUndefined();
  });
});
