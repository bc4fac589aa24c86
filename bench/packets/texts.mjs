// The paper's configuration for so many ISPs, as RouterOS text: PCC by both addresses, a mark and a table for each.

const each = (wans, line) => Array.from({ length: wans }, (_, i) => line(i + 1));

/** `firewall`: MikroTik's default one; `rules` and `entries`: so many filter rules and addresses of a list before it ends. */
export function paperText(wans, { firewall = false, rules = 0, entries = 0 } = {}) {
  const buckets = Math.max(3, wans);
  return [
    '# 2025-06-01 10:00:00 by RouterOS 7.18.2',
    '/interface ethernet',
    'set [ find default-name=ether4 ] name=ether4',
    ...each(wans, i => `set [ find default-name=w${i} ] name=w${i}`),
    '/ip address',
    'add address=192.168.0.1/24 interface=ether4',
    ...each(wans, i => `add address=10.${i}.0.254/24 interface=w${i}`),
    '/routing table',
    ...each(wans, i => `add fib name=to${i}`),
    ...(firewall || rules > 0 ? filter(wans, rules, entries) : []),
    '/ip firewall mangle',
    ...each(wans, i => `add chain=prerouting dst-address=10.${i}.0.0/24 action=accept in-interface=ether4`),
    ...each(
      wans,
      i =>
        `add chain=prerouting in-interface=w${i} connection-mark=no-mark action=mark-connection new-connection-mark=c${i}`,
    ),
    ...Array.from(
      { length: buckets },
      (_, k) =>
        `add chain=prerouting in-interface=ether4 connection-mark=no-mark dst-address-type=!local per-connection-classifier=both-addresses:${buckets}/${k} action=mark-connection new-connection-mark=c${(k % wans) + 1}`,
    ),
    ...each(
      wans,
      i =>
        `add chain=prerouting in-interface=ether4 connection-mark=c${i} dst-address-type=!local action=mark-routing new-routing-mark=to${i}`,
    ),
    ...each(wans, i => `add chain=output connection-mark=c${i} action=mark-routing new-routing-mark=to${i}`),
    '/ip firewall nat',
    ...each(wans, i => `add chain=srcnat out-interface=w${i} action=masquerade`),
    '/ip route',
    ...each(wans, i => `add dst-address=0.0.0.0/0 gateway=10.${i}.0.1 routing-table=to${i}`),
    ...each(wans, i => `add dst-address=0.0.0.0/0 gateway=10.${i}.0.1 distance=${i}`),
    '',
  ].join('\n');
}

/** MikroTik's default firewall (without FastTrack, which the paper's marks forbid), and many rules of an admin's own. */
function filter(wans, rules, entries) {
  return [
    '/interface list',
    'add name=WAN',
    'add name=LAN',
    '/interface list member',
    'add list=LAN interface=ether4',
    ...each(wans, i => `add list=WAN interface=w${i}`),
    ...(entries > 0 ? ['/ip firewall address-list'] : []),
    ...Array.from(
      { length: entries },
      (_, i) => `add list=blocked address=${100 + (i >> 14)}.${(i >> 8) & 63}.${i & 255}.7`,
    ),
    '/ip firewall filter',
    'add chain=input action=accept connection-state=established,related,untracked',
    'add chain=input action=drop connection-state=invalid',
    'add chain=input action=accept protocol=icmp',
    'add chain=input action=accept dst-address=127.0.0.1',
    'add chain=input action=drop in-interface-list=!LAN',
    'add chain=forward action=accept ipsec-policy=in,ipsec',
    'add chain=forward action=accept ipsec-policy=out,ipsec',
    'add chain=forward action=accept connection-state=established,related,untracked',
    'add chain=forward action=drop connection-state=invalid',
    'add chain=forward action=drop connection-state=new connection-nat-state=!dstnat in-interface-list=WAN',
    ...(entries > 0 ? ['add chain=forward action=drop dst-address-list=blocked'] : []),
    ...Array.from(
      { length: rules },
      (_, i) =>
        `add chain=forward action=drop protocol=${i % 2 ? 'tcp' : 'udp'} dst-address=198.18.${i >> 8}.${i & 255} dst-port=${1000 + i}`,
    ),
  ];
}
