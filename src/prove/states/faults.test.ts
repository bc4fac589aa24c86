import { describe, expect, it } from 'vitest';
import { smallOffice } from '../../../test/walk/read.ts';
import { assumedWorld } from '../../rib/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { packetClasses } from '../classes/classes.ts';
import { searchIn } from '../search/search.ts';
import { SeedSolver } from '../search/seed-solver.ts';
import { faultyStates, watchedLines, withFaults } from './faults.ts';
import { States } from './states.ts';

/** Both WANs, the first with a check of its gateway where said. */
const twoWans = (
  check = '',
  more = '',
) => `${smallOffice.replace('gateway=10.0.0.1', `gateway=10.0.0.1 ${check}`)}/ip address
add address=10.3.0.2/24 interface=ether3
/ip route
add gateway=10.3.0.1 distance=2
/ip firewall nat
add chain=srcnat action=masquerade out-interface=ether3
${more}`;

function statesOf(text: string, ...wans: readonly string[]) {
  const { router } = readRouterOs(text, { file: 'office.rsc', dialect: 'v7' });
  return faultyStates(new States(router, assumedWorld(router, {}), { engine: 'routeros' }), wans);
}

const faultsIn = (text: string, ...wans: readonly string[]) =>
  statesOf(text, ...wans).map(({ faults, isOver }) => [faults.map(({ kind }) => kind).join('+'), isOver]);

describe('faultyStates', () => {
  it('no WAN → no state', () => {
    expect(faultsIn(twoWans())).toEqual([]);
  });

  it('nobody checks the gateway → its silence is like the death of what lies behind it', () => {
    expect(faultsIn(twoWans(), 'ether1')).toEqual([
      ['unplugged', false],
      ['gateway+upstream', false],
    ]);
  });

  it('the gateway is checked → three states, each with its WAN', () => {
    const states = statesOf(twoWans('check-gateway=ping'), 'ether1');
    expect(states.map(({ faults }) => faults)).toEqual([
      [{ interface: 'ether1', kind: 'unplugged' }],
      [{ interface: 'ether1', kind: 'gateway' }],
      [{ interface: 'ether1', kind: 'upstream' }],
    ]);
  });

  it('a PPP line that is watched → its silent far end is an unplugged line', () => {
    const lines = (more: string) =>
      watchedLines(
        readRouterOs(
          `/interface pppoe-client\nadd interface=ether1 name=line disabled=no ${more}\n/interface lte\nadd name=lte1\n`,
          { file: 'line.rsc', dialect: 'v7' },
        ).router,
      );
    expect(lines('')).toEqual(['line']);
    expect(lines('keepalive-timeout=disabled')).toEqual([]);
    const { router } = readRouterOs(twoWans(), { file: 'office.rsc', dialect: 'v7' });
    const states = new States(router, assumedWorld(router, {}), { engine: 'routeros' });
    expect(faultyStates(states, ['ether1'], ['ether1']).map(({ faults }) => faults[0].kind)).toEqual([
      'unplugged',
      'upstream',
    ]);
  });

  it('two WANs on one port → no state without any way out, but each line alone', () => {
    const text = `/interface vlan
add interface=ether1 name=v10 vlan-id=10
/interface pppoe-client
add interface=v10 name=line disabled=no add-default-route=yes
/ip dhcp-client
add interface=ether1 disabled=no
/ip address
add address=192.168.0.1/24 interface=ether2
`;
    const shown = statesOf(text, 'ether1', 'line').map(({ faults: [{ interface: name, kind }] }) => [
      name,
      kind,
    ]);
    expect(shown).not.toContainEqual(['ether1', 'unplugged']);
    expect(shown).toContainEqual(['line', 'unplugged']);
    const apart = text.replace('interface=v10 name=line', 'interface=ether3 name=line');
    expect(statesOf(apart, 'ether1', 'line')[0]?.faults[0]).toEqual({
      interface: 'ether1',
      kind: 'unplugged',
    });
  });

  it('two WANs → the states of each', () => {
    expect(statesOf(twoWans(), 'ether1', 'ether3').map(({ faults }) => faults[0].interface)).toEqual([
      'ether1',
      'ether1',
      'ether3',
      'ether3',
    ]);
  });

  it('a script disables a route and does not enable it again → also the state when the fault is over', () => {
    const probe = (up: string) =>
      `/ip route\nadd dst-address=9.9.9.9/32 gateway=10.0.0.1\n/tool netwatch\nadd host=9.9.9.9 down-script="/ip route disable [find comment=first]"${up}\n`;
    const text = (up: string) => twoWans('comment=first', probe(up));
    expect(
      faultsIn(text(' up-script="/ip route enable [find comment=first]"'), 'ether1').map(([, over]) => over),
    ).not.toContain(true);
    // Unplugged, the probed host is reached by the other WAN: no script runs.
    const left = faultsIn(text(''), 'ether1').filter(([, isOver]) => isOver);
    expect(left).toEqual([['gateway+upstream', true]]);
  });
});

describe('withFaults', () => {
  it('what is found in a state → with all other faults that lead to it', () => {
    const [, silent] = statesOf(twoWans(), 'ether1');
    if (!silent) throw new Error('two states');
    const [prepared] = silent.state.ways[0].prepared;
    const found = searchIn(prepared, packetClasses(prepared), new SeedSolver(), {
      fault: silent.faults[0],
    });
    const named = withFaults(found, silent);
    expect(found.violations.length).toBeGreaterThan(0);
    expect(found.remarks.length).toBeGreaterThan(0);
    for (const one of [...named.violations, ...named.remarks])
      expect(one).toMatchObject({
        fault: { interface: 'ether1', kind: 'gateway' },
        alsoIn: [{ interface: 'ether1', kind: 'upstream' }],
        isOver: false,
      });
  });
});
