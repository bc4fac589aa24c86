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

const settingOf = ({ plain }: Router, property: string): string | undefined =>
  plain.findLast(({ menu }) => menu === '/ipv6 settings')?.properties[property];

const isTurnedOff = (router: Router): boolean =>
  /^(?:yes|true)$/.test(settingOf(router, 'disable-ipv6') ?? '');

/** A rule that keeps something from router or LAN, in a chain that what comes in is led to as well. */
function keepingOut({ firewall }: Router): FirewallRule | undefined {
  const rules = firewall.ipv4.filter.filter(({ disabled }) => !disabled);
  const chains = new Set(['input', 'forward']);
  // A set that grows while it is walked shows what was added, too.
  for (const chain of chains)
    for (const rule of rules)
      if (rule.chain === chain && rule.action.kind === 'jump') chains.add(rule.action.target);
  return rules.find(({ chain, action }) => chains.has(chain) && keeping.has(action.kind));
}

const keeping: ReadonlySet<FirewallRule['action']['kind']> = new Set(['drop', 'reject', 'tarpit']);

/** Is IPv6 of others passed on, as far as the text says? */
export const forwardsIpv6 = (context: LinuxContext): boolean =>
  ipv6Policy(context) !== 'closed' && settingOf(context.router, 'forward') !== 'no';

export function ipv6Policy({ router, wans }: LinuxContext): Ipv6Policy {
  if (isTurnedOff(router) || enabledIpv6Rules(router).length > 0) return 'closed';
  return wans.length > 0 && keepingOut(router) ? 'wans-closed' : 'open';
}

export function checkIpv6(context: LinuxContext): void {
  const { router, report } = context;
  const policy = ipv6Policy(context);
  const rules = enabledIpv6Rules(router);
  const [first = keepingOut(router)] = rules;
  if (policy === 'open' || (isTurnedOff(router) && rules.length === 0)) return;
  report(first?.origin ?? noOrigin, {
    id: 'compile/ipv6',
    severity: policy === 'closed' ? 'warning' : 'info',
    what:
      policy === 'closed'
        ? {
            en: 'IPv6 rules are not enforced by this program: IPv6 is not forwarded, and none comes in.',
            id: 'Aturan IPv6 tidak ditegakkan program ini: IPv6 tidak diteruskan, dan tidak ada yang masuk.',
          }
        : {
            en: 'This program filters IPv4 alone: of IPv6 nothing new comes in by a WAN.',
            id: 'Program ini hanya memfilter IPv4: koneksi IPv6 baru tidak masuk lewat WAN.',
          },
    why:
      policy === 'closed'
        ? {
            en: `The text has ${rules.length} of them; the program is about IPv4 alone. Answers and ICMPv6 come in.`,
            id: `Teks punya ${rules.length} aturan; program ini hanya tentang IPv4. Balasan dan ICMPv6 masuk.`,
          }
        : {
            en: 'The text has no rules for IPv6, and a Linux host may get an IPv6 address of its own there.',
            id: 'Teks tidak punya aturan untuk IPv6, dan host Linux bisa mendapat alamat IPv6 sendiri di sana.',
          },
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
  const none = 'counter drop comment "no rules for IPv6"';
  const drop = policy === 'closed' ? none : `iifname { ${context.wans.map(quote).join(', ')} } ${none}`;
  const answers = 'ct state established,related accept';
  // Without neighbour discovery and path MTU nothing of IPv6 works, not even for the host itself; udp 546: DHCPv6's answers.
  const needed = [
    'iifname "lo" accept',
    'meta l4proto ipv6-icmp accept',
    'ip6 saddr fe80::/10 udp dport 546 accept',
  ];
  const forward: Ipv6Chain = {
    name: 'ipv6_forward',
    base: baseChain('filter', 'forward'),
    about: 'ipv6',
    lines: forwardsIpv6(context) ? [answers, drop] : [none],
  };
  if (policy === 'open') return forwardsIpv6(context) ? [] : [forward];
  const input = [answers, ...needed, drop];
  return [{ name: 'ipv6_input', base: baseChain('filter', 'input'), about: 'ipv6', lines: input }, forward];
}
