import {
  type Action,
  assertNever,
  type DscpSource,
  dscpSources,
  isActionKind,
  keptActions,
  keptPassthroughActions,
  requiredBy,
} from '../../model/index.ts';
import type { Family, PortRange } from '../../net/index.ts';
import {
  bool,
  duration,
  type Ipv4Range,
  integer,
  ipv4Range,
  name,
  oneOf,
  portRange,
  text,
  type ValueType,
  wholeNetwork,
} from '../types/index.ts';
import { optional, withDefault } from './define.ts';
import type { Values } from './menu.ts';

/** `none-dynamic` (until the reboot) and `none-static` are for ever. */
const listTimeout: ValueType<number | 'for-ever'> = {
  name: 'time | none-dynamic | none-static',
  example: '1d',
  read: value => (/^none-(?:dynamic|static)$/.test(value) ? 'for-ever' : duration.read(value)),
  write: value => (value === 'for-ever' ? 'none-dynamic' : duration.write(value)),
};

const mss: ValueType<number | 'clamp-to-pmtu'> = {
  name: 'number | clamp-to-pmtu',
  example: 'clamp-to-pmtu',
  read: value => (value === 'clamp-to-pmtu' ? value : integer(0, 65535).read(value)),
  write: String,
};

const dscpSource = oneOf(...dscpSources);
const newDscp: ValueType<number | DscpSource> = {
  name: `0..63 | ${dscpSource.name}`,
  example: '46',
  read: value => dscpSource.read(value) ?? integer(0, 63).read(value),
  write: String,
};

interface NewTtl {
  readonly op: 'set' | 'increment' | 'decrement';
  readonly ttl: number;
}

const newTtl: ValueType<NewTtl> = {
  name: 'set:n | increment:n | decrement:n',
  example: 'set:64',
  read: value => {
    const match = /^(set|increment|decrement):(\d{1,3})$/.exec(value);
    const op = (['set', 'increment', 'decrement'] as const).find(known => known === match?.[1]);
    return op && { op, ttl: Number(match?.[2]) };
  },
  write: ({ op, ttl }) => `${op}:${ttl}`,
};

/** Properties that belong to the action of a rule. */
export const actionAttributes = {
  action: { ...withDefault(name, 'accept'), always: true },
  'new-connection-mark': optional(name),
  'new-packet-mark': optional(name),
  'new-routing-mark': optional(name),
  passthrough: withDefault(bool, true),
  'jump-target': optional(name),
  'reject-with': withDefault(text, 'icmp-network-unreachable'),
  'new-mss': optional(mss),
  'new-dscp': optional(newDscp),
  'new-ttl': optional(newTtl),
  'to-addresses': optional(addressPair()),
  'to-ports': optional(portRange),
  'address-list': optional(name),
  'address-list-timeout': optional(listTimeout),
  log: withDefault(bool, false),
  'log-prefix': withDefault(text, ''),
} as const;

const { 'to-addresses': _, ...both } = actionAttributes;

/** In IPv6, what rejects says so in other words, and the text of `to-address` is kept as it is. */
export const attributesOf: Readonly<Record<Family, typeof actionAttributes>> = {
  ipv4: actionAttributes,
  // A value that is never read is undefined, as one that a rule does not state.
  ipv6: { ...both, 'reject-with': withDefault(text, 'icmp-no-route') } as typeof actionAttributes,
};

/** `to-addresses` takes an address, a range or a network. */
function addressPair(): ValueType<Ipv4Range> {
  return {
    ...ipv4Range,
    name: 'address, range or network',
    example: '192.168.0.2',
    read: value => ipv4Range.read(value) ?? wholeNetwork(value),
  };
}

export type ActionValues = Values<typeof actionAttributes>;

/** A property that the action needs and the rule lacks. */
export interface Lacks {
  readonly lacks: string;
}

const simple = [
  'accept',
  'drop',
  'tarpit',
  'return',
  'log',
  'notrack',
  'fasttrack-connection',
  'passthrough',
] as const;
const translating = ['src-nat', 'dst-nat', 'netmap', 'same'] as const;
const listing = ['add-src-to-address-list', 'add-dst-to-address-list'] as const;

/** The action of a rule from its properties; undefined where there is none of that name. */
export function readAction(values: ActionValues): Action | Lacks | undefined {
  const { action } = values;
  const lacks = isActionKind(action) ? requiredBy(action).find(name => !isStated(values, name)) : undefined;
  return lacks === undefined ? actionFrom(values) : { lacks };
}

const isStated = (values: Readonly<Record<string, unknown>>, property: string): boolean =>
  values[property] !== undefined;

function actionFrom(values: ActionValues): Action | undefined {
  const { action } = values;
  const plain = simple.find(known => known === action);
  if (plain) return { kind: plain };
  const translation = translating.find(known => known === action);
  if (translation)
    return { kind: translation, toAddresses: values['to-addresses'], toPorts: values['to-ports'] };
  const lister = listing.find(known => known === action);
  if (lister)
    return need(values, 'address-list', list => ({ kind: lister, list, timeout: timeoutOf(values) }));
  return readMark(values) ?? readChange(values) ?? readOther(values);
}

function timeoutOf(values: ActionValues): number | undefined {
  const timeout = values['address-list-timeout'];
  return timeout === 'for-ever' ? undefined : timeout;
}

function need<K extends keyof ActionValues>(
  values: ActionValues,
  property: K,
  make: (value: NonNullable<ActionValues[K]>) => Action,
): Action | undefined {
  const value = values[property];
  return value === undefined || value === null ? undefined : make(value);
}

function readMark(values: ActionValues): Action | undefined {
  const { action, passthrough } = values;
  if (action === 'mark-connection')
    return need(values, 'new-connection-mark', mark => ({ kind: action, mark, passthrough }));
  if (action === 'mark-packet')
    return need(values, 'new-packet-mark', mark => ({ kind: action, mark, passthrough }));
  if (action === 'mark-routing')
    return need(values, 'new-routing-mark', mark => ({ kind: action, mark, passthrough }));
  return undefined;
}

function readChange(values: ActionValues): Action | undefined {
  const { action, passthrough } = values;
  if (action === 'change-mss')
    return need(values, 'new-mss', value => ({ kind: action, mss: value, passthrough }));
  if (action === 'change-dscp')
    return need(values, 'new-dscp', dscp => ({ kind: action, dscp, passthrough }));
  if (action === 'change-ttl')
    return need(values, 'new-ttl', value => ({ kind: action, ...value, passthrough }));
  return undefined;
}

function readOther(values: ActionValues): Action | undefined {
  const toPorts: PortRange | undefined = values['to-ports'];
  switch (values.action) {
    case 'jump':
      return need(values, 'jump-target', target => ({ kind: 'jump', target }));
    case 'reject':
      return { kind: 'reject', with: values['reject-with'] };
    case 'masquerade':
    case 'redirect':
      return { kind: values.action, toPorts };
    default:
      return readKept(values);
  }
}

function readKept({ action, passthrough }: ActionValues): Action | undefined {
  const known = keptActions.find(kind => kind === action);
  if (known) return { kind: known };
  const kind = keptPassthroughActions.find(one => one === action);
  return kind && { kind, passthrough };
}

/** Values of the action's properties, the inverse of `readAction`. */
export function writeAction(action: Action): Partial<ActionValues> {
  return { action: action.kind, ...markValues(action), ...natValues(action), ...otherValues(action) };
}

function markValues(action: Action): Partial<ActionValues> {
  if (!('passthrough' in action)) return {};
  const { passthrough } = action;
  switch (action.kind) {
    case 'mark-connection':
      return { 'new-connection-mark': action.mark, passthrough };
    case 'mark-packet':
      return { 'new-packet-mark': action.mark, passthrough };
    case 'mark-routing':
      return { 'new-routing-mark': action.mark, passthrough };
    case 'change-mss':
      return { 'new-mss': action.mss, passthrough };
    case 'change-dscp':
      return { 'new-dscp': action.dscp, passthrough };
    case 'change-ttl':
      return { 'new-ttl': { op: action.op, ttl: action.ttl }, passthrough };
    case 'set-priority':
    case 'clear-df':
    case 'strip-ipv4-options':
    case 'change-hop-limit':
      return { passthrough };
    default:
      return assertNever(action);
  }
}

function natValues(action: Action): Partial<ActionValues> {
  const ports = 'toPorts' in action ? { 'to-ports': action.toPorts } : {};
  return 'toAddresses' in action ? { ...ports, 'to-addresses': action.toAddresses } : ports;
}

function otherValues(action: Action): Partial<ActionValues> {
  switch (action.kind) {
    case 'jump':
      return { 'jump-target': action.target };
    case 'reject':
      return { 'reject-with': action.with };
    case 'add-src-to-address-list':
    case 'add-dst-to-address-list':
      return { 'address-list': action.list, 'address-list-timeout': action.timeout ?? 'for-ever' };
    default:
      return {};
  }
}
