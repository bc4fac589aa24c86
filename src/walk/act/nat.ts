import type { Action, FirewallRule } from '../../model/index.ts';
import { ipv4ToNumber, isIpv4Prefix, prefixRange } from '../../net/index.ts';
import { jhashWords } from '../../pcc/index.ts';
import type { Act } from '../chain.ts';
import type { Flight } from '../flight.ts';
import type { Setup } from '../setup.ts';
import { verdict } from '../verdict.ts';
import { translateDestination, translateSource } from './translate.ts';

type Of<K extends Action['kind']> = Extract<Action, { readonly kind: K }>;
type Translation = Of<'src-nat' | 'dst-nat' | 'netmap' | 'same'>;

/** `action=masquerade`: to the address that the out interface has now. */
export function actMasquerade(setup: Setup, rule: FirewallRule, { toPorts }: Of<'masquerade'>): Act {
  return flight => {
    const address = setup.local.sourceFor(flight.out, flight.gateway ?? flight.dst);
    if (address === undefined) {
      flight.ending = { kind: 'no-source', out: setup.interfaces.name(flight.out) };
      return verdict.gone;
    }
    if (flight.connection) flight.connection.masqueradedFor = flight.out;
    translateSource(flight, rule, address, toPorts);
    return verdict.accept;
  };
}

/** `action=redirect`: to the router itself; from the router itself to loopback. */
export function actRedirect({ local }: Setup, rule: FirewallRule, { toPorts }: Of<'redirect'>): Act {
  return flight => {
    const address = flight.in === 0 ? 0x7f000001 : local.sourceFor(flight.in, flight.src);
    if (address !== undefined) translateDestination(flight, rule, address, toPorts);
    return verdict.accept;
  };
}

/** `src-nat`, `dst-nat`, `same` and `netmap`. */
export function actTranslate(rule: FirewallRule, action: Translation): Act {
  const toSource = action.kind === 'src-nat' || action.kind === 'same' || rule.chain === 'srcnat';
  const target = targetOf(rule, action, toSource);
  return flight => {
    if (toSource) translateSource(flight, rule, target(flight), action.toPorts);
    else translateDestination(flight, rule, target(flight), action.toPorts);
    return verdict.accept;
  };
}

type Target = (flight: Flight) => number | undefined;

function targetOf(rule: FirewallRule, action: Translation, toSource: boolean): Target {
  const to = action.toAddresses;
  if (!to || to.from === '0.0.0.0') return () => undefined;
  const first = ipv4ToNumber(to.from);
  const size = ipv4ToNumber(to.to) - first + 1;
  if (size === 1) return () => first;
  if (action.kind === 'netmap') return flight => first + offsetIn(rule, toSource, size, flight);
  // Linux hashes source and, for src-nat, destination with a seed of its own: any address of the range may come.
  const withPeer = action.kind !== 'same';
  return ({ src, dst }) => first + (jhashWords(src | 0, withPeer ? dst | 0 : 0, 0, 8, 0) % size);
}

/** Place of an address in the mapped network; where no matcher names it, its low bits. */
function offsetIn(rule: FirewallRule, toSource: boolean, size: number, { src, dst }: Flight): number {
  const kind = toSource ? 'src-address' : 'dst-address';
  const matcher = rule.matchers.find(one => one.kind === kind && !one.negated);
  const value = toSource ? src : dst;
  const prefix =
    matcher?.kind === kind && matcher.address.kind === 'prefix' ? matcher.address.prefix : undefined;
  if (prefix !== undefined && isIpv4Prefix(prefix)) {
    return (value - prefixRange(prefix).from) % size;
  }
  return value % size;
}
