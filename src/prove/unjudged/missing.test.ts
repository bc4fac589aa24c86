import { describe, expect, it } from 'vitest';
import { assumedWorld } from '../../rib/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { prove } from '../prove.ts';

/** Why invariants of a text are not judged. */
function whyNot(text: string): Readonly<Record<string, string | undefined>> {
  const { router } = readRouterOs(text, { file: 'part.rsc', dialect: 'v7' });
  const { invariants } = prove(router, assumedWorld(router, {}), { engine: 'routeros' });
  return Object.fromEntries(invariants.map(({ invariant, why }) => [invariant, why?.kind]));
}

const lan = '/ip address\nadd address=192.168.5.1/24 interface=bridge\n';

describe('what is not judged', () => {
  it.each([
    ['no route at all', lan, 'no-default'],
    ['no LAN', '/ip route\nadd gateway=10.0.0.1\n', 'no-lan'],
    [
      'the default route has a gateway that is left to the reader',
      `${lan}/ip route\nadd gateway=ISP1_GW\n`,
      'not-understood',
    ],
    [
      'only another table has such a gateway',
      `${lan}/ip route\nadd gateway=ISP1_GW routing-table=a\n`,
      'no-default',
    ],
    [
      'the default route is of a gateway that the router is asked for',
      `${lan}:local gw [/ip dhcp-client get [find interface=ether1] gateway]\n/ip route\nadd gateway=$gw\n`,
      'left-to-router',
    ],
  ])('%s → that is the reason', (_, text, why) => {
    expect(whyNot(text)['lan-reaches-internet']).toBe(why);
  });

  it('routes of main by lines without address or mark → by which answers go is left to the rest', () => {
    const text = `${lan}/ip route\nadd gateway=pppoe-out1 check-gateway=ping\nadd gateway=pppoe-out2 distance=2\n`;
    expect(whyNot(text)).toMatchObject({
      'lan-reaches-internet': undefined,
      'answer-leaves-as-it-came': 'part',
    });
    expect(whyNot(lan)['answer-leaves-as-it-came']).toBe('no-wan');
  });
});
