import type { Origin } from '../model/index.ts';
import { printDuration } from '../net/index.ts';
import { visible } from '../text/index.ts';
import { openHooks } from './hooks.ts';
import { hex, routeProtocol } from './marks.ts';
import { shortPlaceOf } from './origin.ts';
import {
  type DhcpServerService,
  type PppoeService,
  type Program,
  type ProgramRoute,
  type ProgramRule,
  type ProgramTable,
  showHostAddress,
} from './program.ts';

/** A Program as readable text, in the order in which it is applied; lines end in the statement that asked for them. */
export function printPlan(program: Program): string {
  const sections: (readonly [string, readonly string[]])[] = [
    ['sysctl', program.sysctls.map(({ key, value, origin }) => line(`${key} = ${value}`, origin))],
    ['devices', program.devices.map(({ name, kind, origin }) => line(`${name} type ${kind}`, origin))],
    ['up', program.up],
    ['mtu', (program.mtus ?? []).map(m => line(`${m.interface} ${m.mtu}`, m.origin))],
    [
      'addresses',
      program.addresses.map(a => line(`${showHostAddress(a.address)} dev ${a.interface}`, a.origin)),
    ],
    ['tables', program.tables.map(({ id, name }) => `${id} ${name}`)],
    ['marks', (program.marks?.names ?? []).map(m => `${m.kind} ${m.name} = ${hex(m.value)}/${hex(m.mask)}`)],
    ['rules', program.rules.map(rule => line(ruleText(program.tables, rule), rule.origin))],
    [
      `routes (protocol ${routeProtocol})`,
      program.routes.map(r => line(routeText(program.tables, r), r.origin)),
    ],
    ['nft', `${program.nft.text}${openHooks(program.nft)}`.trimEnd().split('\n')],
    ['tc', program.tc.map(t => line(`tc ${t.kind} add dev ${t.device} ${t.argv.join(' ')}`, t.origin))],
    ['services', serviceLines(program)],
  ];
  const shown = sections.filter(([, lines]) => lines.length > 0);
  return `${shown.map(([title, lines]) => [`## ${title}`, ...lines].join('\n')).join('\n\n')}\n`;
}

function line(text: string, origin: Origin): string {
  const place = shortPlaceOf(origin);
  return place === '' ? text : `${text.padEnd(64)} # ${place}`;
}

const nameOf = (tables: readonly ProgramTable[], id: number): string =>
  tables.find(table => table.id === id)?.name ?? `${id}`;

function ruleText(tables: readonly ProgramTable[], rule: ProgramRule): string {
  const { action, fwmark } = rule;
  const suppress =
    action.kind === 'lookup' && action.suppressPrefixLength !== undefined
      ? [`suppress_prefixlength ${action.suppressPrefixLength}`]
      : [];
  return [
    ...(rule.family === 'ipv6' ? ['-6'] : []),
    `${rule.priority}:`,
    `from ${rule.from ?? 'all'}`,
    ...(rule.to !== undefined ? [`to ${rule.to}`] : []),
    ...(rule.iif !== undefined ? [`iif ${rule.iif}`] : []),
    ...(rule.oif !== undefined ? [`oif ${rule.oif}`] : []),
    ...(fwmark ? [`fwmark ${hex(fwmark.value)}/${hex(fwmark.mask)}`] : []),
    actionText(tables, action),
    ...suppress,
  ].join(' ');
}

function actionText(tables: readonly ProgramTable[], action: ProgramRule['action']): string {
  if (action.kind === 'lookup') return `lookup ${nameOf(tables, action.table)}`;
  return action.kind === 'goto' ? `goto ${action.target}` : action.kind;
}

function routeText(tables: readonly ProgramTable[], route: ProgramRoute): string {
  const several = route.nextHops.length > 1;
  const hops = route.nextHops.map(({ address, interface: name, weight, onLink }) => {
    const hop = `${address === undefined ? '' : `via ${address} `}dev ${name}${onLink ? ' onlink' : ''}`;
    return several ? `nexthop ${hop} weight ${weight}` : hop;
  });
  const head = [...(route.type === 'unicast' ? [] : [route.type]), route.destination];
  const tail = [
    `table ${nameOf(tables, route.table)}`,
    ...(route.prefSrc === undefined ? [] : [`src ${route.prefSrc}`]),
  ];
  return [...head, ...hops, ...tail].join(' ');
}

function serviceLines({ dhcpClients, dhcpServers, pppoe = [], dns }: Program): string[] {
  return [
    ...dhcpClients.map(client =>
      line(`dhcp-client ${client.interface} hostname ${client.hostname}`, client.origin),
    ),
    ...dhcpServers.map(server => line(dhcpServerText(server), server.origin)),
    ...pppoe.map(one => line(pppoeText(one), one.origin)),
    ...(dns ? [line(`dns on ${list(dns.interfaces)} upstream ${list(dns.servers)}`, dns.origin)] : []),
    ...(dns?.byLine ?? []).map(one => `dns upstream ${one.server} by ${one.interface}`),
    ...(dns?.static ?? []).map(({ name, address }) => `dns ${name} = ${address}`),
  ];
}

const pppoeText = ({ interface: name, over, user, mtu }: PppoeService): string =>
  `pppoe ${name} over ${over} user ${visible(user)} mtu ${mtu}`;

function dhcpServerText(server: DhcpServerService): string {
  const ranges = server.ranges.map(({ from, to }) => `${from}-${to}`);
  const options = `gateway ${list(server.gateway)} dns ${list(server.dns)}`;
  return `dhcp-server ${server.interface} ${server.network} pool ${list(ranges)} lease ${printDuration(server.leaseTime)} ${options}`;
}

const list = (parts: readonly string[]): string => (parts.length === 0 ? '-' : parts.join(','));
