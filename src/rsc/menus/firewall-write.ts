import { assertNever, type Matcher } from '../../model/index.ts';
import { addressMatch, ports } from '../types/index.ts';

/** The property a condition is written as. */
export function matcherProperty(matcher: Matcher): string {
  return matcher.kind === 'unsupported' ? matcher.property : matcher.kind;
}

/** The text of a condition's value, with its `!`. */
export function writeMatcher(matcher: Matcher): string {
  if (matcher.kind === 'fragment') return matcher.negated ? 'no' : 'yes';
  return `${matcher.negated ? '!' : ''}${matcherText(matcher)}`;
}

function matcherText(matcher: Matcher): string {
  switch (matcher.kind) {
    case 'in-interface':
    case 'out-interface':
    case 'in-bridge-port':
    case 'out-bridge-port':
      return matcher.interface;
    case 'in-interface-list':
    case 'out-interface-list':
    case 'src-address-list':
    case 'dst-address-list':
      return matcher.list;
    case 'src-address':
    case 'dst-address':
      return addressMatch.write(matcher.address);
    case 'src-address-type':
    case 'dst-address-type':
      return matcher.types.join(',');
    case 'src-mac-address':
      return matcher.mac;
    case 'protocol':
      return matcher.protocol;
    case 'src-port':
    case 'dst-port':
    case 'port':
      return ports.write(matcher.ports);
    case 'connection-mark':
    case 'packet-mark':
    case 'routing-mark':
      return matcher.mark;
    case 'connection-state':
    case 'connection-nat-state':
      return matcher.states.join(',');
    default:
      return countingText(matcher);
  }
}

type Counting = Extract<
  Matcher,
  {
    readonly kind:
      | 'per-connection-classifier'
      | 'nth'
      | 'random'
      | 'limit'
      | 'tcp-flags'
      | 'tcp-mss'
      | 'icmp-options'
      | 'dscp'
      | 'ttl'
      | 'packet-size'
      | 'connection-bytes'
      | 'fragment'
      | 'unsupported';
  }
>;

function countingText(matcher: Counting): string {
  switch (matcher.kind) {
    case 'per-connection-classifier':
      return `${matcher.fields}:${matcher.denominator}/${matcher.remainder}`;
    case 'nth':
      return `${matcher.every},${matcher.packet}`;
    case 'random':
      return `${matcher.percent}`;
    case 'limit':
      return `${matcher.count}/${matcher.perMs / 1000}s,${matcher.burst}:${matcher.mode}`;
    case 'tcp-flags':
      return [...matcher.set, ...matcher.clear.map(flag => `!${flag}`)].join(',');
    case 'tcp-mss':
    case 'packet-size':
    case 'connection-bytes':
      return rangeText(matcher.from, matcher.to);
    case 'icmp-options':
      return icmpText(matcher.type, matcher.codeFrom, matcher.codeTo);
    case 'dscp':
      return `${matcher.dscp}`;
    case 'ttl':
      return `${matcher.op}:${matcher.ttl}`;
    case 'fragment':
      return 'yes';
    case 'unsupported':
      return matcher.value;
    default:
      return assertNever(matcher);
  }
}

function rangeText(from: number, to: number): string {
  if (from === to) return `${from}`;
  return `${from}-${to === Number.MAX_SAFE_INTEGER ? 0 : to}`;
}

function icmpText(type: number, from: number | undefined, to: number | undefined): string {
  if (from === undefined) return `${type}`;
  return to === undefined || to === from ? `${type}:${from}` : `${type}:${from}-${to}`;
}
