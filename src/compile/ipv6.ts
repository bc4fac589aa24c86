import { type FirewallRule, noOrigin, type Router, rulesOf } from '../model/index.ts';
import type { LinuxContext } from './context.ts';
import { type BaseChain, baseChain } from './nft/base-chains.ts';
import { quote } from './nft/condition.ts';

/**
 * What becomes of IPv6, whose rules are not in the program: `closed` where the text has such rules or turns IPv6 off,
 * `wans-closed` where it has a firewall for IPv4 alone (a host takes addresses from router advertisements, where the
 * router does not), else as the host has it.
 */
type Ipv6Policy = 'closed' | 'wans-closed' | 'open';

/** Rules that the text asks for and the program does not have. */
const enabledIpv6Rules = (router: Router): FirewallRule[] =>
  rulesOf(router, 'ipv6').filter(({ disabled }) => !disabled);

const isTurnedOff = ({ plain }: Router): boolean =>
  plain.some(({ menu, properties }) => menu === '/ipv6 settings' && properties['disable-ipv6'] === 'yes');

const keepsOut = ({ disabled, action, chain }: FirewallRule): boolean =>
  !disabled &&
  (chain === 'input' || chain === 'forward') &&
  (action.kind === 'drop' || action.kind === 'reject' || action.kind === 'tarpit');

export function ipv6Policy({ router, wans }: LinuxContext): Ipv6Policy {
  if (isTurnedOff(router) || enabledIpv6Rules(router).length > 0) return 'closed';
  return wans.length > 0 && router.firewall.ipv4.filter.some(keepsOut) ? 'wans-closed' : 'open';
}

export function checkIpv6(context: LinuxContext): void {
  const { router, report } = context;
  const policy = ipv6Policy(context);
  const rules = enabledIpv6Rules(router);
  const [first = router.firewall.ipv4.filter.find(keepsOut)] = rules;
  if (policy === 'open' || (isTurnedOff(router) && rules.length === 0)) return;
  report(first?.origin ?? noOrigin, {
    id: 'compile/ipv6',
    severity: policy === 'closed' ? 'warning' : 'info',
    what:
      policy === 'closed'
        ? 'IPv6 rules are not enforced by this program: IPv6 is not forwarded, and none comes in.'
        : 'This program filters IPv4 alone: of IPv6 nothing new comes in by a WAN.',
    why:
      policy === 'closed'
        ? `The text has ${rules.length} of them; the program is about IPv4 alone. Answers and ICMPv6 come in.`
        : 'The text has no rules for IPv6, and a Linux host may get an IPv6 address of its own there.',
  });
}

interface Ipv6Chain {
  readonly name: string;
  readonly base: BaseChain | undefined;
  readonly about: 'ipv6';
  readonly lines: readonly string[];
}

/** Chains of their own, so that those of the text stay as short as they are. */
export function ipv6Chains(context: LinuxContext): readonly Ipv6Chain[] {
  const policy = ipv6Policy(context);
  if (policy === 'open') return [];
  const from = policy === 'closed' ? '' : `iifname { ${context.wans.map(quote).join(', ')} } `;
  const drop = `${from}counter drop comment "no rules for IPv6"`;
  const answers = 'ct state established,related accept';
  // Without neighbour discovery and path MTU nothing of IPv6 works, not even for the host itself; udp 546: DHCPv6's answers.
  const needed = [
    'iifname "lo" accept',
    'meta l4proto ipv6-icmp accept',
    'ip6 saddr fe80::/10 udp dport 546 accept',
  ];
  const forward = policy === 'closed' ? [drop] : [answers, drop];
  return [
    {
      name: 'ipv6_input',
      base: baseChain('filter', 'input'),
      about: 'ipv6',
      lines: [answers, ...needed, drop],
    },
    { name: 'ipv6_forward', base: baseChain('filter', 'forward'), about: 'ipv6', lines: forward },
  ];
}
