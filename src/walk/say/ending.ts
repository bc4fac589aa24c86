import { assertNever, type FirewallRule, placeOf } from '../../model/index.ts';
import { printIpv4 } from '../../net/index.ts';
import type { Prepared } from '../prepare.ts';
import type { Ending, Endpoint, LeavingEnding, Step, Trace } from '../trace.ts';
import { nameOf } from './labels.ts';

/** `192.168.0.10:443`; without a port the address alone. */
export function endText({ address, port }: Endpoint): string {
  return port === 0 ? printIpv4(address) : `${printIpv4(address)}:${port}`;
}

/** The answer in one sentence without a subject: `leaves by ISP2 (ether2) as 20.20.20.254`. */
export function endingText(prepared: Prepared, { ending }: Trace): string {
  const { router } = prepared;
  switch (ending.kind) {
    case 'forwarded':
      return forwardedText(prepared, ending, ending.wan, ending.translated);
    case 'looped':
      return `leaves by ${nameOf(router, ending.out)}, the very uplink that it came in by`;
    case 'stuck':
      return `leaves by ${nameOf(router, ending.out)} as ${printIpv4(ending.src.address)}, which is an address of ${nameOf(router, ending.owner)}: no answer can come`;
    case 'leaked':
      return `leaves by ${nameOf(router, ending.out)} with the private source ${printIpv4(ending.src.address)}, untranslated`;
    case 'lost':
      return `leaves by ${nameOf(router, ending.out)}, which carries nothing: the router has not noticed`;
    case 'delivered':
      return 'is delivered to the router itself';
    case 'dropped':
      return `is dropped by ${ruleText(ending.rule)}`;
    case 'rejected':
      return `is rejected (${ending.with}) by ${ruleText(ending.rule)}`;
    case 'discarded':
      return discardedText(ending);
    case 'no-route':
      return 'is dropped: no route leads to its destination';
    case 'martian':
      return `is dropped: ${ending.why}`;
    case 'expired':
      return 'is dropped: its TTL is used up';
    case 'not-forwarded':
      return 'is dropped: forwarding is off (/ip settings ip-forward=no)';
    case 'moved':
      return `is dropped once: its connection was masqueraded for ${nameOf(router, ending.from)} and would leave by ${nameOf(router, ending.out)}; the next packet begins a new connection`;
    case 'no-source':
      return `is dropped: ${nameOf(router, ending.out)} has no address to masquerade with`;
    default:
      return assertNever(ending);
  }
}

function forwardedText({ router }: Prepared, way: LeavingEnding, wan: boolean, translated: boolean): string {
  if (!wan) return `goes to ${endText(way.dst)} on ${nameOf(router, way.out)}`;
  const as = translated
    ? ` as ${printIpv4(way.src.address)}`
    : ` with its own source ${printIpv4(way.src.address)}`;
  return `leaves by ${nameOf(router, way.out)}${as}`;
}

function discardedText({ type, route, rule }: Extract<Ending, { readonly kind: 'discarded' }>): string {
  const item = route ?? rule;
  const place = item ? placeOf(item.origin) : '';
  const what = route ? `the ${type} route ${route.destination}` : `a routing rule (${type})`;
  return `is discarded by ${what}${place === '' ? '' : ` (${place})`}`;
}

/** `the filter rule of chain forward "WannaCry tcp" (paper.rsc:51)`. */
export function ruleText({ table, chain, comment, origin }: FirewallRule): string {
  const place = placeOf(origin);
  const words = comment === '' ? '' : ` "${comment}"`;
  return `the ${table} rule of chain ${chain}${words}${place === '' ? '' : ` (${place})`}`;
}

/** What led there, `PCC remainder 2 → ISP2_conn → to_ISP2`; empty where only the destination decided. */
export function reasonText({ steps }: Trace): string {
  return steps.flatMap(step => reasonParts(step)).join(' → ');
}

function reasonParts(step: Step): string[] {
  if (step.kind === 'tracked') return step.mark === '' ? [] : [`connection marked ${step.mark}`];
  if (step.kind === 'rule') return ruleParts(step);
  if (step.kind !== 'routed') return [];
  const rule = step.rule ? [`a routing rule for table ${step.table}`] : [];
  if (step.missed.length === 0) return rule;
  const empty = step.missed.map(({ table }) => `${table} has no active route`).join(', ');
  return [`${empty} → ${step.table} decides`, ...rule];
}

function ruleParts({ rule, bucket }: Extract<Step, { readonly kind: 'rule' }>): string[] {
  const why = bucket ? [`PCC remainder ${bucket.bucket}`] : [];
  const { action } = rule;
  if (action.kind === 'mark-connection' || action.kind === 'mark-routing') return [...why, action.mark];
  return [];
}
