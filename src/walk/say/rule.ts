import type { Action, AddressMatch, Matcher } from '../../model/index.ts';
import { printPorts } from '../../net/index.ts';

/** What an action does, as a sentence without a subject: `marks the connection ISP1_conn`. */
export function actionText(action: Action): string {
  const text = bareText(action);
  return 'passthrough' in action && !action.passthrough ? `${text} and leaves the table` : text;
}

function bareText(action: Action): string {
  switch (action.kind) {
    case 'mark-connection':
      return `marks the connection ${action.mark}`;
    case 'mark-packet':
      return `marks the packet ${action.mark}`;
    case 'mark-routing':
      return `marks for table ${action.mark}`;
    case 'accept':
      return 'accepts it';
    case 'drop':
    case 'tarpit':
      return `drops it (${action.kind})`;
    case 'reject':
      return `rejects it with ${action.with}`;
    case 'jump':
      return `jumps to chain ${action.target}`;
    case 'return':
      return 'returns to the calling chain';
    case 'masquerade':
      return 'masquerades the connection';
    case 'add-src-to-address-list':
    case 'add-dst-to-address-list':
      return `puts its ${action.kind === 'add-src-to-address-list' ? 'source' : 'destination'} on list ${action.list}`;
    case 'unsupported':
      return `would do ${action.action}, which is not walked`;
    default:
      return `does ${action.kind}`;
  }
}

/** A matcher as RouterOS writes it: `dst-port=!80,443`. */
export function matcherText(matcher: Matcher): string {
  const property = matcher.kind === 'unsupported' ? matcher.property : matcher.kind;
  return `${property}=${matcher.negated ? '!' : ''}${valueText(matcher)}`;
}

function valueText(matcher: Matcher): string {
  switch (matcher.kind) {
    case 'src-address':
    case 'dst-address':
      return addressText(matcher.address);
    case 'src-port':
    case 'dst-port':
    case 'port':
      return printPorts(matcher.ports);
    case 'per-connection-classifier':
      return `${matcher.fields}:${matcher.denominator}/${matcher.remainder}`;
    case 'unsupported':
      return matcher.value;
    case 'nth':
      return `${matcher.every},${matcher.packet}`;
    case 'tcp-flags':
      return [...matcher.set, ...matcher.clear.map(flag => `!${flag}`)].join(',');
    case 'ttl':
      return `${matcher.op}:${matcher.ttl}`;
    case 'packet-size':
    case 'tcp-mss':
    case 'connection-bytes':
      return `${matcher.from}-${matcher.to}`;
    default:
      return plainValue(matcher);
  }
}

/** Matchers that hold one plain value or a list. */
function plainValue(matcher: Matcher): string {
  const { kind: _, negated: __, ...rest } = matcher;
  return Object.values(rest).flat().join(',');
}

function addressText(address: AddressMatch): string {
  if (address.kind === 'prefix') return address.prefix.replace(/\/32$/, '');
  return `${address.from}-${address.to}`;
}
