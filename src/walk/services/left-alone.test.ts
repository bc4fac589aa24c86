import { expect, it } from 'vitest';
import { readRouterOs } from '../../rsc/index.ts';
import { servicesLeftAlone } from './left-alone.ts';

it.each([
  ['/ip hotspot add interface=ether4 name=hs disabled=no', ['Hotspot is not run on Linux.']],
  ['/ip hotspot add interface=ether4 name=hs disabled=yes', []],
  ['/ip ipsec policy add src-address=10.0.0.0/24 dst-address=10.9.0.0/24', ['IPsec is not run on Linux.']],
  ['/ip ipsec policy add src-address=10.0.0.0/24 disabled=yes', []],
  ['/routing ospf interface-template add area=b networks=10.0.0.0/8', ['OSPF is not run on Linux.']],
  ['/ip upnp set enabled=yes', ['UPnP is not run on Linux.']],
  ['/ip proxy set enabled=no', []],
])('servicesLeftAlone: %s → %j', (text, said) => {
  const { router } = readRouterOs(`# by RouterOS 7.16\n${text}`, { file: 'services.rsc' });
  expect(servicesLeftAlone(router).map(({ finding }) => finding.what.en)).toEqual(said);
});
