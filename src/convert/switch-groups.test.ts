import { describe, expect, it } from 'vitest';
import { readRouterOs } from '../rsc/index.ts';
import { checkConversion, convertRouterOs, verdictOf } from './index.ts';

function toV7(text: string) {
  const read = readRouterOs(text, { file: 'x.rsc', dialect: 'v6' });
  const target = { dialect: 'v7', text: '', evidence: [] } as const;
  const converted = convertRouterOs(text, read, { file: 'x.rsc', target });
  const said = converted.diagnostics.map(({ id, severity, span }) => `${span.start.line} ${severity} ${id}`);
  const verdict = verdictOf(converted, checkConversion(converted.before, converted.after, { flows: 50 }));
  const lines = converted.text.split('\n').filter(line => line !== '' && !line.startsWith('#'));
  return { lines, said, verdict };
}

describe('master-port', () => {
  it('a switch group → a bridge by the name of its master, whose port gets another; packets end as before', () => {
    const { lines, said, verdict } = toV7(`/interface ethernet
set [ find default-name=ether2 ] name=lan
set [ find default-name=ether3 ] master-port=lan
set [ find default-name=ether4 ] comment=desk master-port=lan
/ip address
add address=192.168.0.1/24 interface=lan
add address=10.1.1.2/24 interface=ether1
/ip firewall nat
add action=masquerade chain=srcnat out-interface=ether1
/ip firewall filter
add action=accept chain=input in-interface=lan
add action=drop chain=input
/ip route
add gateway=10.1.1.1
`);
    expect(lines.slice(0, 7)).toEqual([
      '/interface ethernet',
      'set [ find default-name=ether2 ] name=lan-port',
      'set [ find default-name=ether4 ] comment=desk',
      '/interface bridge add name=lan protocol-mode=none',
      '/interface bridge port add bridge=lan interface=lan-port',
      '/interface bridge port add bridge=lan interface=ether3',
      '/interface bridge port add bridge=lan interface=ether4',
    ]);
    expect(said).toEqual(['4 info routeros/switch-group']);
    expect(verdict).toBe('same');
  });

  it('a master that no line names → its port is renamed by a line of its own', () => {
    expect(toV7('/interface ethernet set [ find default-name=ether3 ] master-port=ether2\n').lines).toEqual([
      '/interface ethernet set [ find default-name=ether2 ] name=ether2-port',
      '/interface bridge add name=ether2 protocol-mode=none',
      '/interface bridge port add bridge=ether2 interface=ether2-port',
      '/interface bridge port add bridge=ether2 interface=ether3',
    ]);
  });

  it('a master in a bridge → the others become its ports too', () => {
    const { lines } = toV7(`/interface bridge
add name=bridge-local
/interface ethernet
set ether3 master-port=ether2
/interface bridge port
add bridge=bridge-local interface=ether2
`);
    expect(lines).toContain('/interface bridge port add bridge=bridge-local interface=ether3');
    expect(lines.join('\n')).not.toContain('ether2-port');
  });

  it('a port that the line does not name, or master-port=none → said, or left out', () => {
    expect(toV7('/interface ethernet set 2 master-port=ether2\n').said).toEqual([
      '1 error routeros/master-port',
    ]);
    expect(toV7('/interface ethernet set ether3 master-port=none name=a\n')).toMatchObject({
      lines: ['/interface ethernet set ether3 name=a'],
      said: [],
    });
  });
});
