import type { FirewallRule, Router } from '../../../model/index.ts';
import { networkOf } from '../../../net/index.ts';
import { writeMatcher } from '../../../rsc/index.ts';
import { add, type Mend, set } from '../../fix/change.ts';
import type { Subject } from '../../subject.ts';
import { asksFor } from '../firewall/index.ts';

/** What is for the router, or for networks of its own, is not marked. Networks of LANs that the text does not state are not known. */
export function exempted(subject: Subject, rule: FirewallRule, isRouter: boolean): Mend | undefined {
  if (rule.chain !== 'prerouting') return undefined;
  if (isRouter) {
    const isAsked = asksFor(rule, 'dst-address-type');
    return isAsked ? undefined : { changes: [set(rule, 'dst-address-type', '!local')], isSafe: true };
  }
  const { router, lans } = subject;
  const own = router.addresses.filter(item => !item.disabled && lans.includes(item.interface));
  const networks = [...new Set(own.map(({ address }) => networkOf(address)))];
  const before = router.firewall.ipv4.mangle.find(({ chain }) => chain === 'prerouting');
  if (networks.length < 2 || !before) return undefined;
  return {
    changes: networks.map(network =>
      add(
        '/ip firewall mangle',
        { chain: 'prerouting', 'dst-address': network, action: 'accept' },
        { before },
      ),
    ),
    isSafe: true,
  };
}

/** What a rule of NAT and its like take (DNS by UDP and by TCP) is accepted before all marks, by the same conditions. */
export function acceptedBefore(router: Router, rule: FirewallRule): Mend | undefined {
  const before = router.firewall.ipv4.mangle.find(({ chain }) => chain === 'prerouting');
  const like = router.firewall.ipv4.nat.filter(
    ({ disabled, chain, action }) =>
      !disabled && chain === rule.chain && action.kind === 'redirect' && rule.action.kind === 'redirect',
  );
  if (!before) return undefined;
  return {
    changes: (like.length > 0 ? like : [rule]).map(one => {
      const words = one.matchers.map(asked => [asked.kind, writeMatcher(asked)] as const);
      return add(
        '/ip firewall mangle',
        { chain: 'prerouting', ...Object.fromEntries(words), action: 'accept' },
        { before },
      );
    }),
    isSafe: true,
  };
}
