import { isIpv4Prefix, isPrivateNetwork, networkOf } from '../../net/index.ts';
import { dialledLines } from '../dial-up.ts';
import { interfacesMeant } from '../interface-group.ts';
import { membersOf } from '../interface-members.ts';
import { hasRoom } from '../items/address.ts';
import type { FirewallRule } from '../items/rule.ts';
import type { Router } from '../router.ts';
import { defaultRouteEvidence } from './default-route.ts';
import { evidenceAt, type RoleEvidence } from './evidence.ts';

/** What makes a port an uplink: default routes, lines that are dialled, leases, translation of private addresses. */
export function wanEvidence(router: Router): RoleEvidence[] {
  const leading = [...defaultRouteEvidence(router), ...dialUpEvidence(router), ...clientEvidence(router)];
  const translating = translationEvidence(router);
  return [
    ...leading,
    ...translating.filter(one => !isOnWrongSide(router, one.interface, leading, translating)),
    ...answerEvidence(router),
  ];
}

/**
 * Masquerade for a port that nothing leads out by, with hosts of one's own, while all that does lead out stays
 * untranslated: meant for the others, and set on the wrong side.
 */
function isOnWrongSide(
  router: Router,
  name: string,
  leading: readonly RoleEvidence[],
  translating: readonly RoleEvidence[],
): boolean {
  const uplinks = new Set(leading.map(one => one.interface));
  const isForAll = router.firewall.ipv4.nat.some(
    rule => isTranslation(rule) && !rule.disabled && translatedInterfaces(router, rule).length === 0,
  );
  const isInside = router.addresses.some(
    item =>
      item.interface === name && !item.disabled && hasRoom(item) && isPrivateNetwork(networkOf(item.address)),
  );
  return (
    isInside &&
    !isForAll &&
    uplinks.size > 0 &&
    !uplinks.has(name) &&
    !translating.some(one => uplinks.has(one.interface))
  );
}

/** A tunnel that is dialled is an uplink only with a default route of its own. */
function dialUpEvidence(router: Router): RoleEvidence[] {
  const lines = dialledLines(router).filter(
    ({ interface: { kind }, addDefaultRoute }) => kind !== 'other' || addDefaultRoute,
  );
  return evidenceAt(
    lines.map(line => line.interface),
    ({ name }) => [
      {
        interface: name,
        role: 'wan',
        kind: 'dial-up',
        what: { en: `${name} dials a provider.`, id: `${name} menghubungi provider (dial).` },
      },
    ],
  );
}

/** A lease without its default route may be for management only. */
function clientEvidence({ dhcpClients }: Router): RoleEvidence[] {
  return evidenceAt(dhcpClients, ({ interface: name, addDefaultRoute }) => [
    {
      interface: name,
      role: 'wan',
      kind: addDefaultRoute === 'no' ? 'lease-only' : 'dhcp-client',
      what: {
        en: `${name} asks a provider for an address by DHCP.`,
        id: `${name} meminta alamat ke provider lewat DHCP.`,
      },
    },
  ]);
}

/** What comes in by it is marked, so that the router answers by a table of its own. */
function answerEvidence(router: Router): RoleEvidence[] {
  const { mangle } = router.firewall.ipv4;
  const answered = mangle.flatMap(({ chain, action, matchers, disabled }) =>
    chain === 'output' && action.kind === 'mark-routing' && !disabled
      ? matchers.flatMap(one => (one.kind === 'connection-mark' && !one.negated ? [one.mark] : []))
      : [],
  );
  const marking = mangle.filter(
    ({ action, matchers }) =>
      action.kind === 'mark-connection' &&
      answered.includes(action.mark) &&
      matchers.every(({ kind }) => !chosen.has(kind)),
  );
  return evidenceAt(marking, ({ matchers }) =>
    matchers.flatMap(one =>
      one.kind === 'in-interface' && !one.negated
        ? interfacesMeant(router, one.interface).map(name => ({
            interface: name,
            role: 'wan' as const,
            kind: 'marked-answers' as const,
            what: {
              en: `What comes in by ${name} is marked, so that the answers take a table of its own.`,
              id: `Yang masuk lewat ${name} ditandai, supaya jawabannya memakai tabel sendiri.`,
            },
          }))
        : [],
    ),
  );
}

/** Conditions by which rules choose among what clients send. */
const chosen: ReadonlySet<string> = new Set([
  'per-connection-classifier',
  'nth',
  'random',
  'src-address',
  'src-address-list',
  'dst-address',
  'dst-address-list',
]);

function translationEvidence(router: Router): RoleEvidence[] {
  const rules = router.firewall.ipv4.nat.filter(isTranslation);
  return evidenceAt(rules, rule =>
    translatedInterfaces(router, rule).map(name => ({
      interface: name,
      role: 'wan',
      kind: 'translation',
      what: {
        en: `What leaves by ${name} gets another source address.`,
        id: `Yang keluar lewat ${name} mendapat alamat sumber lain.`,
      },
    })),
  );
}

const isTranslation = ({ chain, action, matchers }: FirewallRule): boolean =>
  chain === 'srcnat' &&
  (action.kind === 'masquerade' || action.kind === 'src-nat') &&
  // Towards hosts of one's own (a port forward used from inside): no uplink's rule.
  !matchers.some(
    one =>
      one.kind === 'dst-address' &&
      !one.negated &&
      one.address.kind === 'prefix' &&
      isIpv4Prefix(one.address.prefix) &&
      isPrivateNetwork(one.address.prefix),
  );

function translatedInterfaces(router: Router, rule: FirewallRule): string[] {
  return rule.matchers.flatMap(matcher => {
    if (matcher.negated) return [];
    if (matcher.kind === 'out-interface') return interfacesMeant(router, matcher.interface);
    return matcher.kind === 'out-interface-list' ? namedMembers(router, matcher.list) : [];
  });
}

/** The built-in lists name no uplink. */
function namedMembers(router: Router, list: string): readonly string[] {
  return router.interfaceLists.some(({ name }) => name === list) ? membersOf(router, list) : [];
}
