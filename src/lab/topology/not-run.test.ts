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
  it('scripts of netwatch and the scheduler, and hotspots → each with its place; those of leases and lines run, what is disabled or empty is none', () => {
    expect(
      found(`/tool netwatch
add host=8.8.8.8 down-script="/ip route disable 0"
add host=9.9.9.9
add disabled=yes host=1.1.1.1 down-script="/ip route disable 0"
/ip dhcp-client add interface=ether1 disabled=no script=":log info bound"
/ppp profile add name=isp on-up="/ip firewall connection remove [find]"
/system scheduler add name=nightly interval=1d on-event="/system reboot"
/ip hotspot
add interface=guests name=guests disabled=no
add interface=other name=other disabled=yes
`),
    ).toEqual([
      ['script', '/tool netwatch 8.8.8.8', 'office.rsc:2'],
      ['script', '/system scheduler nightly', 'office.rsc:7'],
      ['hotspot', 'guests', 'office.rsc:9'],
    ]);
  });
});
