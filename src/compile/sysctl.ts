import type { ProgramSysctl } from '../linux/index.ts';
import { noOrigin, rulesOf } from '../model/index.ts';
import { parseDuration } from '../net/index.ts';
import type { LinuxContext } from './context.ts';
import { machineInterfaces } from './interfaces.ts';
import { forwardsIpv6 } from './ipv6.ts';
import { perRouter } from './per-router.ts';

const hashPolicy = { l3: '0', l4: '1', 'l3-inner': '2' } as const;
const reversePath = { no: '0', strict: '1', loose: '2' } as const;

/**
 * Kernel switches, each with its reason. The kernel defaults differ between distributions, so all are said. `guarded`:
 * interfaces whose packets the table drops that carry an address of ours as their source.
 */
export function compileSysctls(context: LinuxContext, guarded: readonly string[] = []): ProgramSysctl[] {
  const { ip, connectionTracking } = context.router.settings;
  const settings: (readonly [string, string])[] = [
    ['net.ipv4.ip_forward', ip.ipForward ? '1' : '0'],
    // Else a socket of the router's own is looked for each packet that it only forwards.
    ...(ip.ipForward && !context.options.plain ? ([['net.ipv4.ip_early_demux', '0']] as const) : []),
    // ECMP: RouterOS 7 hashes addresses (l3) unless set otherwise.
    ['net.ipv4.fib_multipath_hash_policy', hashPolicy[ip.multipathHashPolicy]],
    // Which packets without an entry begin a connection: loose-tcp-tracking.
    ['net.netfilter.nf_conntrack_tcp_loose', connectionTracking.looseTcpTracking ? '1' : '0'],
    // Costs each packet, so only where a rule asks for the bytes of a connection.
    ...(asksBytes(context.router) ? ([['net.netfilter.nf_conntrack_acct', '1']] as const) : []),
    ...timeouts(connectionTracking.properties),
    ...(ip.tcpSyncookies ? ([['net.ipv4.tcp_syncookies', '1']] as const) : []),
    // IPv6 whose rules are not in the program must not pass unfiltered, nor any where the text forwards none.
    ...(forwardsIpv6(context) ? [] : ([['net.ipv6.conf.all.forwarding', '0']] as const)),
    ...interfaceSettings(context),
    ...guarded.map(name => [interfaceKey(name, 'accept_local'), '1'] as const),
  ];
  return settings.map(([key, value]) => ({ key, value, origin: noOrigin }));
}

const asksBytes = perRouter(router =>
  rulesOf(router, 'ipv4').some(
    ({ disabled, matchers }) => !disabled && matchers.some(({ kind }) => kind === 'connection-bytes'),
  ),
);

/** `/ip firewall connection tracking` names that the kernel spells otherwise: after nf_conntrack_. */
const timeoutKeys: Readonly<Record<string, string>> = {
  'tcp-syn-sent-timeout': 'tcp_timeout_syn_sent',
  'tcp-syn-received-timeout': 'tcp_timeout_syn_recv',
  'tcp-established-timeout': 'tcp_timeout_established',
  'tcp-fin-wait-timeout': 'tcp_timeout_fin_wait',
  'tcp-close-wait-timeout': 'tcp_timeout_close_wait',
  'tcp-last-ack-timeout': 'tcp_timeout_last_ack',
  'tcp-time-wait-timeout': 'tcp_timeout_time_wait',
  'tcp-close-timeout': 'tcp_timeout_close',
  'tcp-max-retrans-timeout': 'tcp_timeout_max_retrans',
  'tcp-unacked-timeout': 'tcp_timeout_unacknowledged',
  'udp-timeout': 'udp_timeout',
  'udp-stream-timeout': 'udp_timeout_stream',
  'icmp-timeout': 'icmp_timeout',
  'generic-timeout': 'generic_timeout',
};

/** Time-outs that the text states, in whole seconds; the others stay as the kernel has them. */
function timeouts(properties: Readonly<Record<string, string>>): (readonly [string, string])[] {
  return Object.entries(timeoutKeys).flatMap(([name, key]) => {
    const ms = parseDuration(properties[name] ?? '');
    return ms === undefined
      ? []
      : [[`net.netfilter.nf_conntrack_${key}`, `${Math.ceil(ms / 1000)}`] as const];
  });
}

/**
 * Per interface, because the kernel takes the greater of `all` and the interface's own value (rp_filter), or the
 * interface's alone (ignore_routes_with_linkdown: without it a route stays in use when its carrier is gone).
 * rp_filter follows the text; strict would drop replies that come back by another WAN. accept_local saves a route look-up
 * per packet: it is set where the table drops spoofed local sources itself, and nowhere else.
 */
function interfaceSettings({ router, world }: LinuxContext): (readonly [string, string])[] {
  const filter = reversePath[router.settings.ip.rpFilter];
  return ['all', ...machineInterfaces(router, world)].flatMap(name => [
    [interfaceKey(name, 'rp_filter'), filter] as const,
    [interfaceKey(name, 'ignore_routes_with_linkdown'), '1'] as const,
  ]);
}

/** A dot in an interface's name would read as a separator: such keys use sysctl(8)'s other form, with slashes. */
function interfaceKey(name: string, key: string): string {
  return name.includes('.') ? `net/ipv4/conf/${name}/${key}` : `net.ipv4.conf.${name}.${key}`;
}
