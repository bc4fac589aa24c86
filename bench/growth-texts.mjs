// RouterOS texts for bench/growth.mjs: a gateway with two uplinks, and n statements of one kind behind it.

/** The i-th address from 10.0.0.0 on. */
const ip = i => `10.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}`;
const net = i => `172.${16 + ((i >> 8) & 127)}.${i & 255}`;

export const base = `# 2026-01-01 00:00:00 by RouterOS 7.16
/interface ethernet
set [ find default-name=ether1 ] name=ether1
set [ find default-name=ether2 ] name=ether2
set [ find default-name=ether3 ] name=ether3
/interface bridge
add name=bridge1
/interface bridge port
add bridge=bridge1 interface=ether3
/interface list
add name=WAN
add name=LAN
/interface list member
add list=WAN interface=ether1
add list=WAN interface=ether2
add list=LAN interface=bridge1
/routing table
add fib name=to1
add fib name=to2
/ip pool
add name=pool1 ranges=192.168.0.100-192.168.0.200
/ip dhcp-server
add address-pool=pool1 interface=bridge1 name=dhcp1
/ip address
add address=203.0.113.2/24 interface=ether1
add address=198.51.100.2/24 interface=ether2
add address=192.168.0.1/16 interface=bridge1
/ip firewall mangle
add action=mark-connection chain=prerouting connection-mark=no-mark connection-state=new in-interface=ether1 new-connection-mark=c1
add action=mark-connection chain=prerouting connection-mark=no-mark connection-state=new in-interface=ether2 new-connection-mark=c2
add action=mark-connection chain=prerouting connection-mark=no-mark connection-state=new dst-address-type=!local in-interface=bridge1 new-connection-mark=c1 per-connection-classifier=both-addresses:2/0
add action=mark-connection chain=prerouting connection-mark=no-mark connection-state=new dst-address-type=!local in-interface=bridge1 new-connection-mark=c2 per-connection-classifier=both-addresses:2/1
add action=mark-routing chain=prerouting connection-mark=c1 in-interface=bridge1 dst-address-type=!local new-routing-mark=to1 passthrough=no
add action=mark-routing chain=prerouting connection-mark=c2 in-interface=bridge1 dst-address-type=!local new-routing-mark=to2 passthrough=no
add action=mark-routing chain=output connection-mark=c1 new-routing-mark=to1 passthrough=no
add action=mark-routing chain=output connection-mark=c2 new-routing-mark=to2 passthrough=no
/ip firewall nat
add action=masquerade chain=srcnat out-interface-list=WAN
/ip firewall filter
add action=accept chain=input connection-state=established,related,untracked
add action=drop chain=input in-interface-list=WAN
add action=accept chain=forward connection-state=established,related,untracked
/ip route
add dst-address=0.0.0.0/0 gateway=203.0.113.1 distance=1 check-gateway=ping
add dst-address=0.0.0.0/0 gateway=198.51.100.1 distance=2 check-gateway=ping
add dst-address=0.0.0.0/0 gateway=203.0.113.1 routing-table=to1 check-gateway=ping
add dst-address=0.0.0.0/0 gateway=198.51.100.1 routing-table=to2 check-gateway=ping
`;

/** n lines in a menu. */
const lines = (menu, line) => n => `${menu}\n${Array.from({ length: n }, (_, i) => line(i)).join('\n')}\n`;

/** Half of the lines in each of two menus. */
const pairs = (a, la, b, lb) => n => lines(a, la)(n / 2) + lines(b, lb)(n / 2);

/** Text of n statements, by their kind. */
export const kinds = {
  interfaces: lines('/interface bridge', i => `add name=br${i}`),
  'bridge ports': pairs(
    '/interface vlan',
    i => `add interface=ether1 name=v${i} vlan-id=${(i % 4094) + 1}`,
    '/interface bridge port',
    i => `add bridge=bridge1 interface=v${i}`,
  ),
  vlans: lines('/interface vlan', i => `add interface=bridge1 name=vlan${i} vlan-id=${(i % 4094) + 1}`),
  addresses: lines('/ip address', i => `add address=${net(i)}.1/24 interface=bridge1`),
  routes: lines('/ip route', i => `add dst-address=${ip(i * 256)}/24 gateway=192.168.0.${2 + (i % 200)}`),
  'routing rules': lines(
    '/routing rule',
    i => `add action=lookup src-address=${ip(i)}/32 table=to${(i % 2) + 1}`,
  ),
  tables: lines('/routing table', i => `add fib name=t${i}`),
  mangle: lines(
    '/ip firewall mangle',
    i => `add action=mark-packet chain=forward dst-address=${ip(i)} new-packet-mark=p${i} passthrough=no`,
  ),
  filter: lines(
    '/ip firewall filter',
    i => `add action=drop chain=forward dst-address=${ip(i)} protocol=tcp dst-port=${1000 + i}`,
  ),
  nat: lines(
    '/ip firewall nat',
    i =>
      `add action=dst-nat chain=dstnat in-interface=ether1 protocol=tcp dst-port=${1000 + i} to-addresses=192.168.1.${(i % 250) + 1} to-ports=80`,
  ),
  raw: lines('/ip firewall raw', i => `add action=drop chain=prerouting src-address=${ip(i)}`),
  'address list': lines('/ip firewall address-list', i => `add address=${ip(i)} list=l${i % 3}`),
  'simple queues': lines(
    '/queue simple',
    i => `add max-limit=5M/5M name=q${i} target=192.168.${(i >> 8) & 255}.${i & 255}/32`,
  ),
  'queue trees': lines('/queue tree', i => `add max-limit=5M name=q${i} packet-mark=p${i} parent=global`),
  'dhcp leases': lines(
    '/ip dhcp-server lease',
    i =>
      `add address=192.168.${(i >> 8) & 255}.${i & 255} mac-address=02:00:00:00:${((i >> 8) & 255).toString(16).padStart(2, '0')}:${(i & 255).toString(16).padStart(2, '0')} server=dhcp1`,
  ),
  'dns static': lines('/ip dns static', i => `add address=${ip(i)} name=h${i}.example.com`),
  scripts: lines(
    '/system script',
    i =>
      `add name=s${i} source="/ip route set [find comment=isp${i}] distance=${(i % 200) + 1}; :log info \\"changed ${i}\\""`,
  ),
  scheduler: lines(
    '/system scheduler',
    i =>
      `add interval=1d name=s${i} on-event="/ip route set [find comment=isp${i}] distance=${(i % 200) + 1}" start-time=00:00:00`,
  ),
  netwatch: lines(
    '/tool netwatch',
    i => `add host=${ip(i)} down-script=":log info down" up-script=":log info up" interval=10s`,
  ),
  'ppp secrets': lines('/ppp secret', i => `add name=u${i} password=x service=pppoe remote-address=${ip(i)}`),
  hotspot: lines('/ip hotspot user', i => `add name=u${i} password=x profile=default`),
  'ipv6 filter': lines(
    '/ipv6 firewall filter',
    i => `add action=drop chain=forward dst-address=2001:db8::${(i + 1).toString(16)}/128`,
  ),
  'wireguard peers': n =>
    `/interface wireguard\nadd listen-port=13231 name=wg1\n` +
    lines(
      '/interface wireguard peers',
      i =>
        `add allowed-address=10.200.${(i >> 8) & 255}.${i & 255}/32 interface=wg1 public-key="${Buffer.from(String(i).padStart(32, 'k')).toString('base64')}"`,
    )(n),
};

/** What a large office has of each kind, of 100 statements. */
const usual = {
  'address list': 30,
  'dhcp leases': 25,
  'simple queues': 15,
  filter: 12,
  nat: 8,
  mangle: 5,
  'dns static': 3,
  netwatch: 1,
  scheduler: 1,
};

/** An export of about so many lines, with statements of every usual kind. */
export function exportOf(count) {
  const more = count - base.split('\n').length - Object.keys(usual).length;
  const parts = Object.entries(usual).map(([kind, percent]) =>
    kinds[kind](Math.round((more * percent) / 100)),
  );
  return `${base}${parts.join('')}`;
}
