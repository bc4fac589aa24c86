/** Each kind of matcher as RouterOS text: one file a kind; `src-`, `dst-`, `in-` and `out-` kinds share the file of the rest. */

import type { Matcher, MatcherKind, MatcherOf, MatcherValues } from '../../model/index.ts';
import type { Family } from '../../net/index.ts';
import type { ValueType } from '../types/index.ts';
import { address, ipv6Address } from './address.ts';
import { addressList } from './address-list.ts';
import { addressType } from './address-type.ts';
import { bridgePort } from './bridge-port.ts';
import { bridgePortList } from './bridge-port-list.ts';
import { connectionBytes } from './connection-bytes.ts';
import { connectionLimit } from './connection-limit.ts';
import { connectionMark } from './connection-mark.ts';
import { connectionNatState } from './connection-nat-state.ts';
import { connectionRate } from './connection-rate.ts';
import { connectionState } from './connection-state.ts';
import { connectionType } from './connection-type.ts';
import { content } from './content.ts';
import { dscp } from './dscp.ts';
import { dstLimit } from './dst-limit.ts';
import { fragment } from './fragment.ts';
import { headers } from './headers.ts';
import { hopLimit } from './hop-limit.ts';
import { hotspot } from './hotspot.ts';
import { icmpOptions } from './icmp-options.ts';
import { ingressPriority } from './ingress-priority.ts';
import { interfaceSyntax } from './interface.ts';
import { interfaceList } from './interface-list.ts';
import { ipsecPolicy } from './ipsec-policy.ts';
import { ipv4Options } from './ipv4-options.ts';
import { layer7Protocol } from './layer7-protocol.ts';
import { limit } from './limit.ts';
import { macAddress } from './mac-address.ts';
import { nth } from './nth.ts';
import { p2p } from './p2p.ts';
import { packetMark } from './packet-mark.ts';
import { packetSize } from './packet-size.ts';
import { perConnectionClassifier } from './per-connection-classifier.ts';
import { port } from './port.ts';
import { priority } from './priority.ts';
import { protocol } from './protocol.ts';
import { psd } from './psd.ts';
import { random } from './random.ts';
import { realm } from './realm.ts';
import { routingMark } from './routing-mark.ts';
import { routingTable } from './routing-table.ts';
import type { MatcherSyntax } from './syntax.ts';
import { tcpFlags } from './tcp-flags.ts';
import { tcpMss } from './tcp-mss.ts';
import { time } from './time.ts';
import { tlsHost } from './tls-host.ts';
import { tos } from './tos.ts';
import { ttl } from './ttl.ts';

const syntaxes: { readonly [K in MatcherKind]: MatcherSyntax<MatcherValues[K]> } = {
  'in-interface': interfaceSyntax,
  'out-interface': interfaceSyntax,
  'in-interface-list': interfaceList,
  'out-interface-list': interfaceList,
  'in-bridge-port': bridgePort,
  'out-bridge-port': bridgePort,
  'in-bridge-port-list': bridgePortList,
  'out-bridge-port-list': bridgePortList,
  'src-address': address,
  'dst-address': address,
  'src-address-list': addressList,
  'dst-address-list': addressList,
  'src-address-type': addressType,
  'dst-address-type': addressType,
  'src-mac-address': macAddress,
  protocol,
  'src-port': port,
  'dst-port': port,
  port,
  'connection-mark': connectionMark,
  'packet-mark': packetMark,
  'routing-mark': routingMark,
  'connection-state': connectionState,
  'connection-nat-state': connectionNatState,
  'connection-type': connectionType,
  'connection-bytes': connectionBytes,
  'connection-rate': connectionRate,
  'connection-limit': connectionLimit,
  'per-connection-classifier': perConnectionClassifier,
  nth,
  random,
  limit,
  'dst-limit': dstLimit,
  time,
  'tcp-flags': tcpFlags,
  'tcp-mss': tcpMss,
  'icmp-options': icmpOptions,
  dscp,
  tos,
  ttl,
  'hop-limit': hopLimit,
  headers,
  'packet-size': packetSize,
  fragment,
  'ipv4-options': ipv4Options,
  priority,
  'ingress-priority': ingressPriority,
  realm,
  'routing-table': routingTable,
  'ipsec-policy': ipsecPolicy,
  hotspot,
  content,
  'layer7-protocol': layer7Protocol,
  'tls-host': tlsHost,
  p2p,
  psd,
};

/** Where `/ipv6 firewall` takes other values. */
const ipv6Syntaxes: { readonly [K in MatcherKind]?: MatcherSyntax<MatcherValues[K]> } = {
  'src-address': ipv6Address,
  'dst-address': ipv6Address,
};

function syntaxOf<K extends MatcherKind>(kind: K, family: Family): MatcherSyntax<MatcherValues[K]> {
  const own: MatcherSyntax<MatcherValues[K]> | undefined = family === 'ipv6' ? ipv6Syntaxes[kind] : undefined;
  return own ?? syntaxes[kind];
}

function readKind<K extends MatcherKind>(kind: K, text: string, family: Family): MatcherOf<K> | undefined {
  const { read, negates } = syntaxOf(kind, family);
  const negated = !negates && text.startsWith('!');
  const value = read(negated ? text.slice(1).trim() : text);
  return value && ({ kind, negated, ...value } as MatcherOf<K>);
}

/** The text of a matcher's value, with its `!`. */
export function writeMatcher<K extends MatcherKind>(matcher: MatcherOf<K>): string {
  const { write, negates }: MatcherSyntax<MatcherValues[K]> = syntaxes[matcher.kind];
  const text = write(matcher, matcher.negated);
  return matcher.negated && !negates ? `!${text}` : text;
}

/** A kind as the type of its property's value. */
export function matcherType(kind: MatcherKind, family: Family): ValueType<Matcher> {
  const { name, example, choices } = syntaxOf(kind, family);
  return {
    name,
    example,
    read: text => readKind(kind, text, family),
    write: writeMatcher,
    interfaces: matcher => ('interface' in matcher ? [matcher.interface] : []),
    ...(choices && { choices }),
  };
}
