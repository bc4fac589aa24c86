import { balancedText } from './balanced.ts';

/** Both lines of `balancedText` are leased, the LAN has a DHCP server and a resolver, and there are rules that count and that fill a list. */
export const officeText = `${balancedText}
/ip dhcp-client add interface=ether1 add-default-route=no
/ip dhcp-client add interface=ether2 add-default-route=no
/ip pool add name=lan ranges=192.168.0.100-192.168.0.199
/ip dhcp-server add name=lan interface=ether4 address-pool=lan
/ip dhcp-server network add address=192.168.0.0/24 gateway=192.168.0.1
/ip dns set allow-remote-requests=yes servers=8.8.4.4
/ip firewall filter
add action=drop chain=output connection-state=invalid
add action=add-src-to-address-list chain=forward address-list=seen address-list-timeout=1h in-interface=ether4
add action=accept chain=forward connection-state=established,related
add action=drop chain=forward connection-state=invalid
`;
