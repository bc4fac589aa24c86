import { interfaceNames } from '../interface-members.ts';
import type { Router } from '../router.ts';
import { type Role, type RoleEvidence, weights } from './evidence.ts';
import { lanEvidence } from './lan.ts';
import { nameEvidence } from './names.ts';
import { statedEvidence } from './stated.ts';
import { tunnelEvidence } from './tunnel.ts';
import { wanEvidence } from './wan.ts';

/** What one interface is taken for, and everything that speaks for or against it, heaviest first. */
interface InterfaceRole {
  readonly interface: string;
  readonly role: Role;
  readonly evidence: readonly RoleEvidence[];
}

/** Which interface is what. Read from the text alone: rules must not change when a link does. */
export interface Roles {
  /** All interfaces in the order of the text. */
  readonly all: readonly InterfaceRole[];
  readonly wans: readonly string[];
  readonly lans: readonly string[];
  readonly tunnels: readonly string[];
}

// A Router is frozen, so what was read from it once stays true.
const known = new WeakMap<Router, Roles>();

/** Roles of all interfaces, from what the user states and what the configuration shows. */
export function rolesOf(router: Router): Roles {
  const roles = known.get(router) ?? decide(router);
  known.set(router, roles);
  return roles;
}

function decide(router: Router): Roles {
  const evidence = evidenceOf(router);
  const all = interfaceNames(router).map(name => roleOf(router, name, evidence));
  const named = (role: Role) => all.filter(item => item.role === role).map(item => item.interface);
  return { all, wans: named('wan'), lans: named('lan'), tunnels: named('tunnel') };
}

/** A port that only carries others (VLANs, PPPoE, a bridge) sends no packet of its own, whatever lists it is in. */
function evidenceOf(router: Router): RoleEvidence[] {
  const bare = bareCarriers(router);
  const found = [
    ...wanEvidence(router),
    ...lanEvidence(router),
    ...tunnelEvidence(router),
    ...nameEvidence(router),
  ];
  return [...statedEvidence(router), ...found.filter(item => !bare.has(item.interface))];
}

function bareCarriers(router: Router): ReadonlySet<string> {
  const { interfaces, bridgePorts, addresses, dhcpClients, dhcpServers, routes } = router;
  const carriers = new Set([
    ...interfaces.flatMap(({ parent, ports }) => (parent === undefined ? ports : [parent])),
    ...bridgePorts.map(port => port.interface),
  ]);
  const used = [...addresses, ...dhcpClients, ...dhcpServers].filter(({ disabled }) => !disabled);
  for (const item of used) carriers.delete(item.interface);
  // A port of a bridge that runs is no gateway, whatever a route says.
  const off = interfaces.flatMap(({ name, disabled }) => (disabled ? [name] : []));
  const bridged = new Set(
    bridgePorts.flatMap(port => (port.disabled || off.includes(port.bridge) ? [] : [port.interface])),
  );
  for (const { gateways } of routes)
    for (const { interface: name = '' } of gateways) if (!bridged.has(name)) carriers.delete(name);
  return carriers;
}

function roleOf(router: Router, name: string, evidence: readonly RoleEvidence[]): InterfaceRole {
  const found = evidence.filter(item => item.interface === name).sort(byWeight);
  const [decisive] = found.filter(item => isOpen(router, item));
  return { interface: name, role: decisive?.role ?? 'unknown', evidence: found };
}

/** A role that rests on a name alone, or that something else in the text speaks against. */
export interface DoubtfulRole {
  readonly role: 'wan' | 'lan';
  readonly reason: RoleEvidence;
  readonly against?: RoleEvidence | undefined;
  /** All interfaces taken for the same, as the user would have to state them. */
  readonly stated: readonly string[];
}

/** Roles worth saying aloud, because the user may know better; none that he has stated. */
export function doubtfulRoles(router: Router): DoubtfulRole[] {
  const { all, wans, lans } = rolesOf(router);
  return all.flatMap(({ role, evidence }) => {
    const reason = evidence.find(item => item.role === role && isOpen(router, item));
    if ((role !== 'wan' && role !== 'lan') || !reason || reason.kind === 'stated') return [];
    const against = evidence.find(item => item.role === other[role] && weights[item.kind] >= weights.pool);
    const isHint = role === 'wan' && weights[reason.kind] <= weights.list;
    return against || isHint ? [{ role, reason, against, stated: role === 'wan' ? wans : lans }] : [];
  });
}

const other = { wan: 'lan', lan: 'wan' } as const;

/** A stated list is complete: what the text shows gives nothing else that role. */
function isOpen({ roles = {} }: Router, { role, kind }: RoleEvidence): boolean {
  if (kind === 'stated' || role === 'tunnel') return true;
  return (role === 'wan' ? roles.wans : roles.lans) === undefined;
}

const ties: readonly Role[] = ['wan', 'lan', 'tunnel'];

const byWeight = (a: RoleEvidence, b: RoleEvidence): number =>
  weights[b.kind] - weights[a.kind] || ties.indexOf(a.role) - ties.indexOf(b.role);
