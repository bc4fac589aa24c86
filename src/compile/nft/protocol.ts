import type { FirewallRule } from '../../model/index.ts';
import { protocolNumber } from '../../net/index.ts';

/** Names that nft itself knows; every other name it would look up in /etc/protocols, which a small host lacks. */
const nftNames: Readonly<Record<number, string>> = {
  1: 'icmp',
  6: 'tcp',
  17: 'udp',
  33: 'dccp',
  50: 'esp',
  51: 'ah',
  132: 'sctp',
  136: 'udplite',
};

/** Protocols with ports, as nft writes them; the ones PCC reads ports of. */
export const portProtocolSet = '{ tcp, udp, dccp, sctp, udplite }';

/** As nft writes it in `meta l4proto`. */
export function nftProtocol(number: number): string {
  return nftNames[number] ?? `${number}`;
}

/** The keyword that reads ports (`tcp dport`), where the protocol has one. */
export function portKeyword(number: number | undefined): string | undefined {
  const name = number === undefined ? undefined : nftNames[number];
  return name && ['tcp', 'udp', 'dccp', 'sctp', 'udplite'].includes(name) ? name : undefined;
}

/** The protocol that a rule's own matcher fixes. */
export function protocolOf({ matchers }: FirewallRule): string | undefined {
  const found = matchers.find(matcher => matcher.kind === 'protocol' && !matcher.negated);
  return found?.kind === 'protocol' ? found.protocol : undefined;
}

/** That protocol's number, where we know it. */
export function fixedProtocol(rule: FirewallRule): number | undefined {
  const protocol = protocolOf(rule);
  return protocol === undefined ? undefined : protocolNumber(protocol);
}
