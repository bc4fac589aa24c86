import { describe, expect, it } from 'vitest';
import { readRouterOs } from '../../rsc/index.ts';
import { notRun } from './not-run.ts';

const found = (text: string) =>
  notRun(readRouterOs(text, { file: '/etc/office.rsc' }).router).map(({ kind, name, at }) => [
    kind,
    name,
    at,
  ]);

describe('notRun', () => {
  it('scripts that are not certain or run at their hour, and hotspots → each with its place; what the gateway carries out, what is disabled or empty is none', () => {
    expect(
      found(`/tool netwatch
add host=8.8.8.8 down-script="/ip route disable [find comment=\\$x]"
add host=8.8.4.4 down-script="/ip route disable [find comment=A]"
add host=9.9.9.9
add disabled=yes host=1.1.1.1 down-script="/ip route disable [find comment=\\$x]"
/ip dhcp-client add interface=ether1 disabled=no script="/ip route remove [find comment=\\$x]"
/ppp profile add name=isp on-up="/ip firewall connection remove [find]"
/system scheduler add name=nightly interval=1d on-event="/ip route disable [find comment=A]"
/ip hotspot
add interface=guests name=guests disabled=no
add interface=other name=other disabled=yes
`),
    ).toEqual([
      ['script', '/system scheduler nightly', 'office.rsc:8'],
      ['script', '/tool netwatch 8.8.8.8', 'office.rsc:2'],
      ['script', '/ip dhcp-client ether1', 'office.rsc:6'],
      ['hotspot', 'guests', 'office.rsc:10'],
    ]);
  });
});
