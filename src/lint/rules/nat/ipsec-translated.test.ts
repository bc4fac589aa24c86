import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

const office = `/ip address
add address=203.0.113.50/29 interface=ether1
add address=192.168.60.1/24 interface=bridge
/ip ipsec peer
add name=branch address=192.0.2.55/32
/ip ipsec policy
add peer=branch tunnel=yes src-address=192.168.60.0/24 dst-address=192.168.70.0/24
/ip route
add dst-address=0.0.0.0/0 gateway=203.0.113.49
/ip firewall nat
`;
const accept = 'add chain=srcnat dst-address=192.168.70.0/24 action=accept\n';
const masquerade = 'add chain=srcnat out-interface=ether1 action=masquerade\n';

it.each([
  ['no exception', office + masquerade, ['11:1']],
  ['the exception behind it', office + masquerade + accept, ['11:1']],
  ['the exception before it', office + accept + masquerade, []],
  ['of packets without a policy alone', `${office}${masquerade.trim()} ipsec-policy=out,none\n`, []],
])('%s → the rule that translates', (_, text, places) =>
  expect(placesOf('nat/ipsec-translated', text)).toEqual(places),
);
