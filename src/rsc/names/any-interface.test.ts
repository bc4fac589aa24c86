import { describe, expect, it } from 'vitest';
import { readRouterOs } from '../index.ts';

const read = (text: string) =>
  readRouterOs(`${text}\n/ip address\nadd address=10.0.1.1/24 interface=ether1`, { file: 'x.rsc' });
const off = (text: string): readonly string[] =>
  read(text)
    .router.interfaces.filter(({ disabled }) => disabled)
    .map(({ name, kind }) => `${name} ${kind}`);

describe('/interface switches whatever kind it is of', () => {
  it.each([
    'disable ether1',
    'disable [find name=ether1]',
    'disable [find default-name=ether1]',
    'set ether1 disabled=yes',
    'set [find name=ether1] disabled=yes',
    'disable numbers=ether1',
  ])('/interface %s → that port is off', statement => {
    expect(off(`/interface ${statement}`)).toEqual(['ether1 ethernet']);
  });

  it('a port that was renamed, a VLAN, a bridge → by their names', () => {
    const stated = `/interface ethernet set [find default-name=ether1] name=wan
/interface vlan add name=v10 interface=wan vlan-id=10
/interface bridge add name=lan
/interface`;
    expect(off(`${stated} disable wan`)).toEqual(['wan ethernet']);
    expect(off(`${stated} disable v10`)).toEqual(['v10 vlan']);
    expect(off(`${stated} disable lan`)).toEqual(['lan bridge']);
  });

  it('off and on again → on', () => {
    expect(off('/interface disable ether1\n/interface enable ether1')).toEqual([]);
  });

  it('in a loop → each turn', () => {
    expect(off(':foreach i in={1;2} do={ /interface disable "ether$i" }')).toEqual([
      'ether1 ethernet',
      'ether2 ethernet',
    ]);
  });

  it('nothing says of what kind it is → not evaluated, and said', () => {
    const { counts, diagnostics } = read('/interface disable tunnel7');
    expect(counts.notEvaluated).toBe(1);
    expect(diagnostics.map(({ id }) => id)).toContain('rsc/not-evaluated');
  });

  it('what switches nothing → as before', () => {
    expect(read('/interface set ether1 mtu=1400').counts).toMatchObject({
      notEvaluated: 0,
      notUnderstood: 0,
    });
  });
});
