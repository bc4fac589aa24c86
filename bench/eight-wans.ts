/** RouterOS text of an office with eight uplinks and about 200 firewall rules: PCC, answers by the way in, port filters. */
export function eightWans(): string {
  const wans = [1, 2, 3, 4, 5, 6, 7, 8];
  const ports = Array.from({ length: 110 }, (_, i) => 1000 + i * 37);
  const each = (line: (n: number) => string): string => wans.map(line).join('\n');
  return `
/interface ethernet
${each(n => `set [ find default-name=ether${n} ] comment=ISP${n}`)}
set [ find default-name=ether9 ] comment=LAN
/interface list
add name=WAN
/interface list member
${each(n => `add list=WAN interface=ether${n}`)}
/ip address
${each(n => `add address=203.0.${n}.2/24 interface=ether${n}`)}
add address=192.168.0.1/24 interface=ether9
/routing table
${each(n => `add fib name=to${n}`)}
/ip firewall mangle
${each(n => `add chain=prerouting in-interface=ether${n} connection-state=new connection-mark=no-mark action=mark-connection new-connection-mark=c${n}`)}
${each(n => `add chain=prerouting in-interface=ether9 dst-address-type=!local connection-state=new connection-mark=no-mark per-connection-classifier=both-addresses:8/${n - 1} action=mark-connection new-connection-mark=c${n}`)}
${each(n => `add chain=prerouting in-interface=ether9 dst-address-type=!local connection-mark=c${n} action=mark-routing new-routing-mark=to${n} passthrough=no`)}
${each(n => `add chain=output connection-mark=c${n} action=mark-routing new-routing-mark=to${n} passthrough=no`)}
/ip firewall nat
${each(n => `add chain=srcnat out-interface=ether${n} action=masquerade`)}
/ip firewall filter
add chain=input connection-state=established,related action=accept
add chain=input in-interface-list=WAN action=drop
add chain=forward connection-state=established,related action=accept
${ports.map(port => `add chain=forward in-interface=ether9 protocol=tcp dst-port=${port} action=drop`).join('\n')}
${ports
  .slice(0, 40)
  .map(port => `add chain=forward in-interface-list=WAN protocol=udp dst-port=${port} action=drop`)
  .join('\n')}
add chain=forward in-interface-list=WAN action=drop
/ip route
${each(n => `add dst-address=0.0.0.0/0 gateway=203.0.${n}.1 distance=${n} check-gateway=ping`)}
${each(n => `add dst-address=0.0.0.0/0 gateway=203.0.${n}.1 routing-table=to${n} check-gateway=ping`)}
`;
}
