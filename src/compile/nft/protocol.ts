import type { FirewallRule } from '../../model/index.ts';
import { carriesPorts, portProtocols, protocolNumber } from '../../net/index.ts';

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

/** As nft writes it in `meta l4proto`. */
export function nftProtocol(number: number): string {
  return nftNames[number] ?? `${number}`;
}

/** Protocols with ports, as nft writes them. */
export const portProtocolSet = `{ ${portProtocols.map(nftProtocol).join(', ')} }`;

/** The keyword that reads ports (`tcp dport`), where the protocol has one. */
export function portKeyword(number: number | undefined): string | undefined {
  return number !== undefined && carriesPorts(number) ? nftProtocol(number) : undefined;
}

/** The number of the protocol that a rule's own matcher fixes, where we know it. */
export function fixedProtocol({ matchers }: FirewallRule): number | undefined {
  const found = matchers.find(matcher => matcher.kind === 'protocol' && !matcher.negated);
  return found?.kind === 'protocol' ? protocolNumber(found.protocol) : undefined;
}
