import { join } from 'node:path';
import type { DhcpServerService, DnsService, Program } from '../linux/index.ts';
import { maskOf, printIpv4, splitPrefix } from '../net/index.ts';
import { mayDropPrivileges } from '../sys/index.ts';
import { leaseFileOf } from './served-leases.ts';
import type { ServiceSpec } from './service-spec.ts';

/**
 * The dnsmasq processes that a Program wants: one per DHCP server, one for DNS. Their pid files go to `stateDir`, the leases
 * that they give to `durableDir`.
 */
export function dnsmasqServices(
  { dhcpServers, dns }: Pick<Program, 'dhcpServers' | 'dns'>,
  stateDir: string,
  durableDir = stateDir,
): ServiceSpec[] {
  const servers = dhcpServers.map(server => ({
    name: `dhcp server ${server.interface}`,
    argv: [
      ...common(join(stateDir, `dhcp-${server.interface}.pid`)),
      ...dhcpArguments(server, leaseFileOf(durableDir, server.interface)),
    ],
  }));
  if (!dns) return servers;
  return [...servers, { name: 'dns', argv: [...common(join(stateDir, 'dns.pid')), ...dnsArguments(dns)] }];
}

/** No file of the system is read or written; in the foreground; logs to us. The pid file: see `staleServices`. */
function common(pidFile: string): readonly string[] {
  // There is nobody else to become: it would end with "failed to change group-id".
  const asRoot = mayDropPrivileges() ? [] : ['--user=', '--group='];
  return [
    'dnsmasq',
    '--keep-in-foreground',
    '--conf-file=',
    `--pid-file=${pidFile}`,
    '--log-facility=-',
    ...asRoot,
  ];
}

/**
 * DHCP only (`--port=0`) on one interface. `--no-ping`: RouterOS does not probe addresses either, and the probe
 * costs a client 3 s (docs/lab-notes.md#dhcp-times).
 */
export function dhcpArguments(server: DhcpServerService, leaseFile: string): readonly string[] {
  return [
    ...['--port=0', '--no-ping', '--bind-interfaces', '--except-interface=lo'],
    ...[`--interface=${server.interface}`, `--dhcp-leasefile=${leaseFile}`, '--dhcp-lease-max=100000'],
    ...(server.authoritative ? ['--dhcp-authoritative'] : []),
    ...ranges(server),
    option('router', server.gateway),
    option('dns-server', server.dns),
    ...(server.ntp.length > 0 ? [option('ntp-server', server.ntp)] : []),
    ...(server.domain === undefined ? [] : [option('domain-name', [server.domain])]),
    ...server.leases.map(({ mac, address, name }) =>
      ['--dhcp-host=', [mac.toLowerCase(), address, name].filter(Boolean).join(',')].join(''),
    ),
  ];
}

/** dnsmasq takes lease times of 2 minutes and more. Without ranges only static leases are served. */
function ranges({ network, ranges: wanted, leaseTime }: DhcpServerService): string[] {
  const { address, length } = splitPrefix(network);
  const mask = printIpv4(maskOf(length));
  const seconds = Math.max(120, Math.round(leaseTime / 1000));
  if (wanted.length === 0) return [`--dhcp-range=${address},static,${mask},${seconds}`];
  return wanted.map(({ from, to }) => `--dhcp-range=${from},${to},${mask},${seconds}`);
}

/** An option without values is not sent at all; dnsmasq would otherwise send its own address. */
const option = (name: string, values: readonly string[]): string =>
  `--dhcp-option=${[`option:${name}`, ...values].join(',')}`;

/**
 * DNS only, on the LAN's interfaces: nothing is read from /etc, upstreams are the ones given. Where some are asked by lines of
 * their own, all are asked at once, so that a line that is dying costs no name its answer.
 */
export function dnsArguments({
  interfaces,
  servers,
  byLine = [],
  static: records,
}: DnsService): readonly string[] {
  const anyhow = servers.filter(server => !byLine.some(one => one.server === server));
  return [
    ...['--no-resolv', '--no-hosts', '--no-poll', '--bind-dynamic', '--except-interface=lo'],
    ...['--cache-size=1000', '--dns-forward-max=1000'],
    ...interfaces.map(name => `--interface=${name}`),
    ...anyhow.map(server => `--server=${server}`),
    ...byLine.map(one => `--server=${one.server}@${one.interface}`),
    ...(byLine.length > 0 ? ['--all-servers'] : []),
    ...records.map(({ name, address }) => `--host-record=${name},${address}`),
  ];
}
