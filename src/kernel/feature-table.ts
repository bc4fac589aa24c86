import { flag, libc, type Namespace, openSocket, run, setOption } from '../sys/index.ts';
import { dumpConnections, family, openNetlink } from './netlink/index.ts';

/** Something a kernel (or nft, or tc) may lack. */
export interface Feature {
  readonly name: string;
  /** The release that brought it, in mainline Linux or the named tool. */
  readonly since: string;
  /** What we need it for. */
  readonly purpose: string;
  /** Throws where it is missing. `ns` is a namespace for this probe alone. */
  readonly probe: (ns: Namespace) => void;
}

const nft = (ns: Namespace, ...body: readonly string[]): void => {
  run(['nft', '-f', '-'], { ns, input: `table inet t {\n${body.join('\n')}\n}\n` });
};

const ip = (ns: Namespace, ...lines: readonly string[]): void => {
  run(['ip', '-batch', '-'], { ns, input: `${lines.join('\n')}\n` });
};

/** `tc` on a device that is already there. */
const tc = (ns: Namespace, ...lines: readonly string[]): void => {
  ip(ns, 'link add name probe0 type ifb', 'link set dev probe0 up');
  run(['tc', '-batch', '-'], { ns, input: `${lines.join('\n')}\n` });
};

const classifier = (ns: Namespace, filter: string): void =>
  tc(
    ns,
    'qdisc add dev probe0 root handle 1: htb',
    `filter add dev probe0 parent 1: protocol ip prio 1 ${filter}`,
  );

/** Everything we use or would use, each with a probe of a few lines (as nftables' own test-suite has it). */
export const features: readonly Feature[] = [
  {
    name: 'nft-jhash-map',
    since: 'Linux 4.12',
    purpose: 'PCC as one hash and one map',
    probe: ns =>
      nft(
        ns,
        'map m { typeof numgen inc mod 4 : ct mark; }',
        'chain c { ct mark set jhash ip saddr . ip daddr mod 4 seed 0x1 map @m; }',
      ),
  },
  {
    name: 'nft-inet-nat',
    since: 'Linux 5.2',
    purpose: 'NAT in the one table',
    probe: ns =>
      nft(ns, 'chain c {', 'type nat hook postrouting priority 100;', 'oifname "w" masquerade', '}'),
  },
  {
    name: 'nft-limit',
    since: 'Linux 3.17',
    purpose: 'RouterOS limit matchers',
    probe: ns => nft(ns, 'chain c { limit rate 10/second burst 5 packets; }'),
  },
  {
    name: 'nft-dynamic-sets',
    since: 'Linux 4.3',
    purpose: 'add-src-to-address-list',
    probe: ns =>
      nft(
        ns,
        'set s { type ipv4_addr; flags dynamic, timeout; timeout 1h; }',
        'chain c { update @s { ip saddr timeout 1m }; }',
      ),
  },
  {
    name: 'nft-reject',
    since: 'Linux 3.18',
    purpose: 'reject, and resetting the connections of a dead WAN',
    probe: ns => nft(ns, 'chain c { meta l4proto tcp reject with tcp reset; }'),
  },
  {
    name: 'nft-fib',
    since: 'Linux 4.10',
    purpose: 'dst-address-type',
    probe: ns => nft(ns, 'chain c { type filter hook prerouting priority 0; fib daddr type local accept; }'),
  },
  {
    name: 'conntrack-netlink',
    since: 'Linux 2.6.18',
    purpose: 'deleting the connections of a dead WAN',
    probe: ns => {
      const socket = openNetlink(family.NETFILTER, ns);
      dumpConnections(socket, { mark: 1, mask: 0xff });
      socket.close();
    },
  },
  {
    name: 'policy-routing',
    since: 'Linux 2.2',
    purpose: 'routing marks',
    probe: ns => ip(ns, 'rule add pref 27001 fwmark 1/0xff lookup 27001 protocol 27'),
  },
  {
    name: 'multipath-routes',
    since: 'Linux 2.2',
    purpose: 'ECMP',
    probe: ns =>
      ip(ns, 'link set lo up', 'route add 192.0.2.0/24 nexthop dev lo weight 2 nexthop dev lo weight 1'),
  },
  {
    name: 'resilient-nexthop-groups',
    since: 'Linux 5.13',
    purpose: 'ECMP that keeps flows where they are when a next hop leaves',
    probe: ns =>
      ip(
        ns,
        'link set lo up',
        'nexthop add id 1 dev lo',
        'nexthop add id 2 group 1 type resilient buckets 8',
      ),
  },
  {
    name: 'ifb',
    since: 'Linux 2.6.17',
    purpose: 'queues',
    probe: ns => ip(ns, 'link add name probe0 type ifb'),
  },
  {
    name: 'bridge',
    since: 'Linux 2.4',
    purpose: 'LANs of several ports',
    probe: ns => ip(ns, 'link add name probe0 type bridge'),
  },
  {
    name: 'vxlan',
    since: 'Linux 3.7',
    purpose: 'lab cables between hosts',
    probe: ns => ip(ns, 'link add name probe0 type vxlan id 7 remote 127.0.0.1 dstport 4789'),
  },
  {
    name: 'vrf',
    since: 'Linux 4.3',
    purpose: 'RouterOS VRFs',
    probe: ns => ip(ns, 'link add name probe0 type vrf table 27001'),
  },
  {
    name: 'tc-htb',
    since: 'Linux 2.4',
    purpose: 'simple queues',
    probe: ns =>
      tc(
        ns,
        'qdisc add dev probe0 root handle 1: htb',
        'class add dev probe0 parent 1: classid 1:2 htb rate 1mbit',
      ),
  },
  {
    name: 'tc-tbf',
    since: 'Linux 2.4',
    purpose: 'a plain rate limit',
    probe: ns => tc(ns, 'qdisc add dev probe0 root tbf rate 1mbit burst 5kb latency 50ms'),
  },
  {
    name: 'tc-netem',
    since: 'Linux 2.6.8',
    purpose: 'delay and loss in the lab (we have our own)',
    probe: ns => tc(ns, 'qdisc add dev probe0 root netem delay 1ms'),
  },
  {
    name: 'tc-fq-codel',
    since: 'Linux 3.5',
    purpose: 'queue types fq-codel and sfq',
    probe: ns => tc(ns, 'qdisc add dev probe0 root fq_codel'),
  },
  {
    name: 'tc-u32-mirred',
    since: 'Linux 2.6.8',
    purpose: 'leading packets through the queue device',
    probe: ns =>
      tc(
        ns,
        'qdisc add dev probe0 clsact',
        'filter add dev probe0 egress protocol ip pref 1 u32 match u32 0 0 action mirred egress redirect dev probe0',
      ),
  },
  {
    name: 'tc-fw',
    since: 'Linux 2.4',
    purpose: 'classes by packet mark',
    probe: ns => classifier(ns, 'handle 1 fw flowid 1:2'),
  },
  {
    name: 'tc-flower',
    since: 'Linux 4.2',
    purpose: 'classes by address',
    probe: ns => classifier(ns, 'flower dst_ip 10.0.0.0/8 classid 1:2'),
  },
  {
    name: 'so-bindtodevice',
    since: 'Linux 2.0.30',
    purpose: 'probes and DHCP by one WAN',
    probe: ns => void libc.close(openSocket(flag.SOCK_DGRAM, 0, { ns, device: 'lo' })),
  },
  {
    name: 'so-mark',
    since: 'Linux 2.6.25',
    purpose: 'probes that no rule captures',
    probe: ns => void libc.close(openSocket(flag.SOCK_DGRAM, 0, { ns, mark: 1 })),
  },
  {
    name: 'tcp-cubic',
    since: 'Linux 2.6.13',
    purpose: 'traffic in the lab like that of most senders',
    probe: ns => {
      const fd = openSocket(flag.SOCK_STREAM, 0, { ns });
      setOption(fd, flag.IPPROTO_TCP, flag.TCP_CONGESTION, 'cubic', 'choose cubic');
      libc.close(fd);
    },
  },
  {
    name: 'user-namespaces',
    since: 'Linux 3.8',
    purpose: 'the lab without root',
    probe: ns => {
      run(['unshare', '--user', '--map-root-user', '--net', '--mount', 'true'], { ns });
    },
  },
];
