import { describe, expect, it } from 'vitest';
import { kindsBetween, kindText } from '../../src/diff/index.ts';
import { readRouterOs } from '../../src/rsc/index.ts';
import type { Prepared } from '../../src/walk/index.ts';
import { preparedRouter } from '../walk/examples.ts';

const office = (forward: string, filter = ''): Prepared =>
  preparedRouter(
    readRouterOs(
      `# by RouterOS 7.15
/ip address
add address=192.168.88.1/24 interface=bridge
add address=203.0.113.2/30 interface=ether1
/ip route
add gateway=203.0.113.1
/ip dns
set servers=9.9.9.9
/ip firewall nat
add chain=srcnat action=masquerade out-interface=ether1
add chain=dstnat action=dst-nat in-interface=ether1 protocol=tcp dst-port=3389 to-addresses=${forward}
/ip firewall filter
${filter}
`,
      { file: 'office.rsc' },
    ).router,
  );

const desk = '192.168.88.6';

describe('kindsBetween', () => {
  it('nothing changed → nothing, though kinds were sent', () => {
    const { sent, changed, complete } = kindsBetween(office(desk), office(desk));
    expect({ changed, complete }).toEqual({ changed: [], complete: true });
    expect(sent).toBeGreaterThan(3);
  });

  it('a port forward to another host → what comes from outside for that port', () => {
    const [before, after] = [office(desk), office('192.168.88.7')];
    const { changed } = kindsBetween(before, after);
    expect(changed.map(({ direction, packet }) => `${direction} ${packet.dstPort}`)).toContain(
      'wan-to-router 3389',
    );
    const text = changed.map(change => kindText(before, after, change, 'en')).join();
    expect(text).toMatch(/^from the Internet to the router: tcp .*:3389, in by ether1/);
    expect(text).toMatch(/192\.168\.88\.6:3389[\s\S]*→ .*192\.168\.88\.7:3389/);
  });

  it('own questions dropped → the router itself', () => {
    const after = office(desk, 'add chain=output action=drop protocol=udp dst-port=53');
    const { changed } = kindsBetween(office(desk), after);
    expect(changed.map(({ direction }) => direction)).toContain('router-to-servers');
  });

  it('rules that only stand on other lines → nothing', () => {
    const rule = 'add chain=input action=drop in-interface=ether1 protocol=udp';
    expect(kindsBetween(office(desk, rule), office(desk, `\n\n${rule}`)).changed).toEqual([]);
  });
});
