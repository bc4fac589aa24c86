import type { FirewallRule } from '../../../model/index.ts';
import type { Subject } from '../../subject.ts';
import { asksFor } from './match.ts';

/**
 * Is the firewall of the router in the text? A part of a configuration leaves it to the rest, unless it has rules that keep
 * strangers out of that chain, or a filter beside all else that makes a gateway.
 */
export function saysFirewall({ router, isPart }: Subject, chain: 'input' | 'forward'): boolean {
  const { firewall, plain, dhcpServers, routes } = router;
  const { filter, nat } = firewall.ipv4;
  const hasServices = plain.some(({ menu, stated }) => menu === '/ip service' && stated !== undefined);
  const isGateway = dhcpServers.length > 0 && nat.length > 0 && routes.length > 0;
  const isWhole = filter.length > 0 && (hasServices || isGateway);
  return !isPart || isWhole || filter.some(rule => rule.chain === chain && isOfChain[chain](rule));
}

const isOfChain: Readonly<Record<'input' | 'forward', (rule: FirewallRule) => boolean>> = {
  // Who only adds rules about single services says nothing of a policy.
  input: rule =>
    asksFor(rule, 'connection-state') ||
    (rule.action.kind !== 'accept' && !asksFor(rule, 'dst-port', 'packet-mark', 'src-address-list')),
  // Rules about single services or FastTrack say nothing of a policy.
  forward: rule =>
    !rule.disabled && rule.action.kind === 'drop' && asksFor(rule, 'in-interface', 'in-interface-list'),
};
