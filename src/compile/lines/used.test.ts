import { describe, expect, it } from 'vitest';
import { assumeWorld, computeRib } from '../../rib/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import type { LinuxOptions } from '../context.ts';
import { compileLinux } from '../index.ts';

const balanced = (nat: string, lines = ['ether1', 'ether2']): string => `
/routing table
${lines.map((_, i) => `add fib name=to${i + 1}`).join('\n')}
/ip address add address=192.168.0.1/24 interface=ether9
${lines.map((name, i) => `/ip address add address=10.0.${i}.2/24 interface=${name}`).join('\n')}
/ip firewall mangle
${lines.map((_, i) => `add chain=prerouting in-interface=ether9 connection-mark=no-mark dst-address-type=!local per-connection-classifier=both-addresses:${lines.length}/${i} action=mark-connection new-connection-mark=c${i + 1}`).join('\n')}
${lines.map((_, i) => `add chain=prerouting in-interface=ether9 connection-mark=c${i + 1} dst-address-type=!local action=mark-routing new-routing-mark=to${i + 1}`).join('\n')}
/ip firewall nat
${nat}
/ip route
${lines.map((_, i) => `add gateway=10.0.${i}.1 routing-table=to${i + 1}`).join('\n')}
add gateway=10.0.0.1
`;

const masquerade = `add chain=srcnat out-interface=ether1 action=masquerade
add chain=srcnat out-interface=ether2 action=masquerade`;

/** `homes`: of each line. */
function compiled(
  nat: string,
  homes: readonly (readonly string[])[] = [['main', 'to1'], ['to2']],
  options: Partial<LinuxOptions> = {},
) {
  const names = homes.map((_, i) => `ether${i + 1}`);
  const { router, diagnostics } = readRouterOs(balanced(nat, names), { file: 'two.rsc' });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { world } = assumeWorld(router);
  const lines = names.map((name, i) => ({
    ...{ interface: name, number: i + 1, home: homes[i] ?? [], isDead: false },
  }));
  const flows = { lines, outage: false, isReleased: false, ...options.flows };
  const { program, shortCuts } = compileLinux(router, computeRib(router, world), world, {
    seed: 1,
    ...options,
    flows,
  });
  const { text } = program.nft;
  const linesOf = (chain: string): readonly string[] => {
    const body = text.split(`  chain ${chain} {\n`)[1]?.split('\n  }\n')[0] ?? '';
    return body.split('\n').map(line => line.trim());
  };
  return { text, linesOf, shortCuts };
}

/** What a first packet's connection is marked with, by each rule that divides. */
const firstMarks = ({ text }: { readonly text: string }): readonly string[] =>
  [...text.matchAll(/fresh_\d+ \{\n *counter ct mark set (0x\w+) /g)].map(([, mark = '']) => mark);

describe('a first packet comes with the number of the line that it is to leave by', () => {
  it('the mark of its connection and the line where its routing mark is at home', () => {
    expect(firstMarks(compiled(masquerade))).toEqual(['0x01000001', '0x02000002']);
  });

  it('on its way out it is only asked whether it leaves there; one that leaves by no line has no number', () => {
    const { linesOf } = compiled(masquerade);
    const own = (n: number) =>
      `ct mark & 0xbf000000 == 0x0${n}000000 oifname "ether${n}" counter name opened${n} goto nat_srcnat_by_${n} comment "flows"`;
    expect(linesOf('nat_srcnat').slice(1)).toEqual([
      'meta nfproto != ipv4 accept',
      ...[own(1), own(2), 'oifname "ether1" goto flows_by_1', 'oifname "ether2" goto flows_by_2'],
      'ct mark & 0x3f000000 != 0 ct mark set ct mark & 0x40ffffff comment "flows"',
    ]);
  });

  it('with many lines each asks in its own chain', () => {
    const homes = [1, 2, 3, 4].map(n => (n === 1 ? ['main', 'to1'] : [`to${n}`]));
    const { linesOf } = compiled('add chain=srcnat action=masquerade', homes);
    expect(linesOf('flows_by_4')[0]).toContain('ct mark & 0xbf000000 == 0x04000000 oifname "ether4"');
    expect(linesOf('nat_srcnat').join()).not.toContain('0x04000000');
  });

  it('not before every line is at home somewhere: who has no lease yet may take marks over', () => {
    const found = compiled(masquerade, [['main', 'to1'], []]);
    expect(firstMarks(found)).toEqual(['0x00000001', '0x00000002']);
  });

  it('not where a table leads to several lines', () => {
    const found = compiled(masquerade, [['main', 'to1', 'to2'], ['to2']]);
    expect(firstMarks(found)).toEqual(['0x01000001', '0x00000002']);
  });

  it('in an outage as before it: whoever leaves elsewhere then is asked for that', () => {
    const flows = { outage: true } as NonNullable<LinuxOptions['flows']>;
    expect(firstMarks(compiled(masquerade, undefined, { flows }))).toEqual(['0x01000001', '0x02000002']);
  });

  it('what is for the router itself after all has none', () => {
    expect(compiled(masquerade).linesOf('flows_local')).toEqual([
      'type nat hook input priority 99; policy accept;',
      'meta nfproto != ipv4 accept',
      'ct mark & 0x3f000000 != 0 ct mark set ct mark & 0x40ffffff comment "flows"',
    ]);
  });
});

describe('src-nat has a chain for each line', () => {
  it('with the rules that may match there, without their question for it', () => {
    const { linesOf } = compiled(`${masquerade}
add chain=srcnat src-address=192.168.0.0/24 dst-address=192.168.0.0/24 action=masquerade
add chain=srcnat out-interface=!ether1 protocol=udp action=accept`);
    const hairpin = 'ip saddr 192.168.0.0/24 ip daddr 192.168.0.0/24 counter masquerade';
    expect(linesOf('nat_srcnat_by_1')).toEqual([
      expect.stringMatching(/^counter masquerade /),
      expect.stringContaining(hairpin),
    ]);
    expect(linesOf('nat_srcnat_by_2')).toHaveLength(3);
    expect(linesOf('nat_srcnat').slice(-2)).toEqual([
      expect.stringContaining(hairpin),
      expect.stringMatching(/^oifname != "ether1" meta l4proto udp counter accept /),
    ]);
  });

  it('the plan says so of the rules that ask where they leave', () => {
    const { shortCuts } = compiled(masquerade);
    const said = shortCuts.find(({ why }) => why.en.startsWith('a connection is asked once which line'));
    expect(said?.rules.map(({ table }) => table)).toEqual(['nat', 'nat']);
  });

  it('before those of other software, which might end it', () => {
    expect(compiled(masquerade).linesOf('nat_srcnat')[0]).toContain('priority 99;');
  });

  it('a rule that draws lots would be in several → one chain, and connections are asked for their line before', () => {
    const { linesOf, text } = compiled('add chain=srcnat nth=2,1 action=masquerade');
    expect(text).not.toContain('nat_srcnat_by_1');
    expect(linesOf('nat_srcnat')[0]).toContain('priority srcnat;');
    expect(linesOf('flows_by_1').at(-1)).toMatch(/ accept comment "flows"$/);
    expect(linesOf('flows_used')[0]).toContain('hook postrouting priority 99;');
  });

  it('the plain program has the text as it stands', () => {
    expect(compiled(masquerade, undefined, { plain: true }).text).not.toContain('nat_srcnat_by_1');
  });

  it('more rules than are written again → one chain', () => {
    const many = Array.from(
      { length: 600 },
      (_, i) => `add chain=srcnat protocol=tcp dst-port=${i + 1} action=masquerade`,
    );
    expect(compiled(many.join('\n')).text).not.toContain('nat_srcnat_by_1');
  });
});
