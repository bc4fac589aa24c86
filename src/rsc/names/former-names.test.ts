import { describe, expect, it } from 'vitest';
import { readRouterOs } from '../read.ts';

const renamed = '/interface ethernet set [find default-name=ether1] name=wan\n';
const addressOn = (name: string) => `/ip address add address=203.0.113.2/24 interface=${name}\n`;

const readOf = (text: string) => {
  const { diagnostics, router } = readRouterOs(text, { file: 'a.rsc' });
  return {
    said: diagnostics
      .filter(({ id }) => id === 'rsc/former-interface-name')
      .map(({ severity, span, what }) => `${span.start.line}:${span.start.column} ${severity} ${what}`),
    addresses: router.addresses.map(one => one.interface),
    interfaces: router.interfaces.map(({ name }) => name),
  };
};

const nothing = { said: [], addresses: ['wan'], interfaces: ['wan'] };

describe('a port that was renamed', () => {
  it('an address on its former name → an error with the line that renames it, and no address', () => {
    expect(readOf(renamed + addressOn('ether1'))).toEqual({
      said: ["2:50 error Nothing is called 'ether1' any more: line 1 names that interface 'wan'."],
      addresses: [],
      interfaces: ['wan'],
    });
  });

  it('an address on its present name, or on the former one above the new name → nothing', () => {
    expect(readOf(renamed + addressOn('wan'))).toEqual(nothing);
    expect(readOf(addressOn('ether1') + renamed)).toEqual(nothing);
  });

  it('named by its name, by find name, or in two steps → the same', () => {
    for (const target of [
      'ether1',
      '[find name=ether1]',
      '[find default-name=ether1] comment=x name=up; set [find name=up]',
    ])
      expect(readOf(`/interface ethernet set ${target} name=wan\n${addressOn('ether1')}`).said).toHaveLength(
        1,
      );
  });

  it('by a number, which a text cannot know → nothing', () => {
    const { said, addresses } = readOf(`/interface ethernet set 0 name=wan\n${addressOn('ether1')}`);
    expect([said, addresses]).toEqual([[], ['ether1']]);
  });

  it('its name comes back, or another interface takes it, above or below → nothing', () => {
    const again = '/interface ethernet set wan name=ether1\n';
    const bridge = '/interface bridge add name=ether1\n';
    const kept = '/interface wireguard add name=ether1\n';
    const swapped = '/interface ethernet set [find default-name=ether2] name=ether1\n';
    for (const other of [again, bridge, kept, swapped]) {
      expect(readOf(renamed + other + addressOn('ether1'))).toMatchObject({
        said: [],
        addresses: ['ether1'],
      });
      expect(readOf(renamed + addressOn('ether1') + other)).toMatchObject({
        said: [],
        addresses: ['ether1'],
      });
    }
  });

  it('a rule, a list and a route name it → an error each; a condition of find names nothing', () => {
    const uses = `/ip firewall nat add chain=srcnat out-interface=!ether1 action=masquerade
/interface list member add list=WAN interface=ether1
/ip route add gateway=ether1
/ip route set [find gateway=ether1] distance=2
`;
    expect(readOf(renamed + uses).said.map(text => text.split(' ')[0])).toEqual(['2:49', '3:47', '4:23']);
  });

  it('an export states two ports of one default-name, as virtual machines have them → two ports', () => {
    const twice = `# jan/14/2025 17:50:17 by RouterOS 6.49.13
/interface ethernet
set [ find default-name=ether1 ] disable-running-check=no
set [ find default-name=ether1 ] disable-running-check=no name=ether3
`;
    expect(readOf(twice + addressOn('ether1') + addressOn('ether3'))).toEqual({
      said: [],
      addresses: ['ether1', 'ether3'],
      interfaces: ['ether1', 'ether3'],
    });
    expect(readOf((twice + addressOn('ether1')).replace(/#.*\n/, '')).said).toHaveLength(1);
  });
});
