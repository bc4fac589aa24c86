import {
  type Dialect,
  makeRouter,
  type QueueType,
  type Router,
  type RouterOsVersion,
  type RoutingRule,
  speakAlike,
  versionsWith,
} from '../model/index.ts';
import { cannotSay, type Loss } from '../rsc/index.ts';
import type { Diagnostic } from '../text/index.ts';
import { dhcpFor } from './dhcp.ts';
import { type Remarks, remark } from './remark.ts';
import { routesForV6, routesForV7 } from './routes.ts';
import { impliedTables, statedTables } from './tables.ts';

/** A router in the terms of another version. */
export interface Converted {
  readonly router: Router;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Turns a router into what the target version can say (docs/routeros.md#v6-and-v7-syntax): tables and marks, ECMP,
 * scopes, shared gateway checks, DHCP default routes. `writeRouterOs` prints the result. What is lost is said, never
 * silent.
 */
export function convertRouterOs(router: Router, target: RouterOsVersion): Converted {
  const remarks: Remarks = [];
  const { clients, routes } = dhcpFor(router, target, remarks);
  const complete: Router = { ...router, dhcpClients: clients, routes: [...router.routes, ...routes] };
  const converted: Router = { ...changeDialect(complete, target, remarks), version: target };
  for (const loss of cannotSay(converted, target)) sayLoss(loss, remarks);
  sayKept(router, target, remarks);
  return { router: makeRouter(converted), diagnostics: remarks };
}

function changeDialect(router: Router, target: RouterOsVersion, remarks: Remarks): Router {
  return speakAlike(router.version, target) ? router : changes[target.dialect](router, remarks);
}

const changes: Readonly<Record<Dialect, (router: Router, remarks: Remarks) => Router>> = {
  v6: toV6,
  v7: (router, remarks) => ({
    ...router,
    routes: routesForV7(router, remarks),
    routingTables: statedTables(router),
  }),
};

function toV6(router: Router, remarks: Remarks): Router {
  for (const type of router.queueTypes) sayQueueKind(type, remarks);
  return {
    ...router,
    routes: routesForV6(router, remarks),
    routingRules: router.routingRules.map(rule => ruleForV6(rule, remarks)),
    routingTables: impliedTables(router, remarks),
  };
}

/** v6 has no `min-prefix`: the rule without it would catch more. */
function ruleForV6(rule: RoutingRule, remarks: Remarks): RoutingRule {
  if (rule.minPrefix === undefined) return rule;
  const what = `v6 has no min-prefix; without it this rule also uses the default route of '${rule.table ?? 'main'}'.`;
  remark(
    remarks,
    'error',
    'min-prefix',
    rule.origin,
    what,
    'Write rules for the networks that are meant instead.',
  );
  return { ...rule, minPrefix: undefined, disabled: true };
}

const newKinds = new Set(['cake', 'codel', 'fq-codel']);

function sayQueueKind({ name, kind, origin }: QueueType, remarks: Remarks): void {
  if (!newKinds.has(kind)) return;
  remark(
    remarks,
    'error',
    'queue-kind',
    origin,
    `v6 has no queue kind '${kind}' (type '${name}').`,
    'Use sfq or pcq.',
  );
}

function sayLoss({ menu, property, text, gate, origin }: Loss, remarks: Remarks): void {
  const what = `${property}=${text} of ${menu} exists in RouterOS ${versionsWith(gate)}; it is left out.`;
  remark(remarks, 'error', 'cannot-say', origin, what);
}

/** Statements that were only kept go over unread, once for each menu. */
function sayKept({ kept, version }: Router, target: RouterOsVersion, remarks: Remarks): void {
  if (speakAlike(version, target)) return;
  const seen = new Set<string>();
  for (const { origin, reason } of kept) {
    if (seen.has(origin.menu)) continue;
    seen.add(origin.menu);
    const what = `Statements of ${origin.menu || 'the root menu'} are copied unchanged: they were ${reasons[reason]}.`;
    remark(remarks, 'warning', 'kept-as-written', origin, what, `Check that ${target.dialect} takes them.`);
  }
}

const reasons = {
  'unknown-menu': 'in a menu that we do not know',
  'not-modelled': 'in a menu that is not modelled',
  'not-evaluated': 'not evaluated',
  'not-understood': 'not understood',
} as const;
