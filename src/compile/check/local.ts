import { type MatcherKind, rulesOf, semanticsOf } from '../../model/index.ts';
import type { LinuxContext } from '../context.ts';
import { perRouter } from '../per-router.ts';

/** By these a rule chooses among destinations, or among connections that another rule has chosen. */
const choosing: ReadonlySet<MatcherKind> = new Set([
  'dst-address',
  'dst-address-list',
  'dst-address-type',
  'connection-mark',
  'packet-mark',
]);

/**
 * RouterOS 7 follows routing marks before it asks whether the destination is its own address, our program after that
 * (docs/routeros.md#policy-rule-order). Said at the first rule that marks
 * packets whatever their destination.
 */
export function checkLocalOrder({ router, report }: LinuxContext): void {
  const { policyRules: order, policyRulesSetting } = semanticsOf(router.version, 'routeros');
  // Another order is said as such.
  if (policyRulesSetting && router.settings.routing.properties['policy-rules'] !== undefined) return;
  if (order.indexOf('mangle') > order.indexOf('local')) return;
  const first = markingAll(router);
  if (!first) return;
  report(first.origin, {
    id: 'compile/local-first',
    severity: 'info',
    what: {
      en: "Linux asks for the router's own addresses before routing marks; RouterOS 7 follows the mark first.",
      id: 'Linux memeriksa alamat router sendiri sebelum routing mark; RouterOS 7 mengikuti mark lebih dulu.',
    },
    why: {
      en: 'A marked packet to the router itself reaches it here, where RouterOS 7 may send it out by a WAN.',
      id: 'Paket ber-mark untuk router sendiri sampai di sini, sedangkan RouterOS 7 bisa mengirimnya keluar lewat WAN.',
    },
    do: {
      en: 'Give the rule dst-address-type=!local, then both do the same.',
      id: 'Tambahkan dst-address-type=!local pada aturan itu, maka keduanya sama.',
    },
  });
}

const markingAll = perRouter(router =>
  rulesOf(router, 'ipv4').find(
    ({ disabled, action, chain, matchers }) =>
      !disabled &&
      action.kind === 'mark-routing' &&
      chain === 'prerouting' &&
      !matchers.some(({ kind }) => choosing.has(kind)),
  ),
);
