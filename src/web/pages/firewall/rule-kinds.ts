import type { FirewallRule } from '../../client/types.ts';
import { bytes, count } from '../../say/numbers.ts';
import type { Column, RowKind } from '../../table/column.ts';
import { explainLink, oneAddress, onePort } from '../../table/explain-link.ts';
import { flagsOf } from '../../table/flags.ts';

export type Table = 'mangle' | 'nat' | 'filter';

const flagNames = { X: 'disabled', I: 'invalid', D: 'dynamic' };

/** A property of a rule as a column, under the name that Winbox gives it. */
const property = (name: string, header: string, width: number, extra = false): Column<FirewallRule> => ({
  ...{ id: name, header, width, extra },
  value: rule => rule.properties[name],
});

const counted = (id: 'bytes' | 'packets', header: string, say: typeof count): Column<FirewallRule> => ({
  ...{ id, header, width: 96, end: true },
  value: rule => rule.counter?.[id],
  show: rule => say(rule.counter?.[id]),
});

const first: readonly Column<FirewallRule>[] = [
  { id: 'number', header: '#', value: rule => rule.number, width: 44, end: true },
  { id: 'action', header: 'Action', value: rule => rule.action, width: 132 },
  { id: 'chain', header: 'Chain', value: rule => rule.chain, width: 88 },
  property('src-address', 'Src. Address', 120),
  property('dst-address', 'Dst. Address', 120),
  property('protocol', 'Protocol', 72),
  property('src-port', 'Src. Port', 84, true),
  property('dst-port', 'Dst. Port', 84),
  property('in-interface', 'In. Interface', 92),
  property('out-interface', 'Out. Interface', 112),
  property('in-interface-list', 'In. Interface List', 112, true),
  property('out-interface-list', 'Out. Interface List', 112, true),
  property('src-address-list', 'Src. Address List', 120, true),
  property('dst-address-list', 'Dst. Address List', 120, true),
  property('dst-address-type', 'Dst. Address Type', 120, true),
];

const own: Readonly<Record<Table, readonly Column<FirewallRule>[]>> = {
  mangle: [
    property('connection-mark', 'Connection Mark', 112),
    property('per-connection-classifier', 'PCC', 232),
    property('new-connection-mark', 'New Connection Mark', 140),
    property('new-routing-mark', 'New Routing Mark', 124),
    property('new-packet-mark', 'New Packet Mark', 128, true),
    property('routing-mark', 'Routing Mark', 112, true),
    property('passthrough', 'Passthrough', 88, true),
  ],
  nat: [
    property('to-addresses', 'To Addresses', 136),
    property('to-ports', 'To Ports', 84),
    property('connection-mark', 'Connection Mark', 124, true),
    property('routing-mark', 'Routing Mark', 112, true),
  ],
  filter: [
    property('connection-state', 'Connection State', 176),
    property('connection-nat-state', 'Connection NAT State', 140, true),
    property('reject-with', 'Reject With', 136, true),
    property('log-prefix', 'Log Prefix', 104, true),
  ],
};

const last: readonly Column<FirewallRule>[] = [
  counted('bytes', 'Bytes', bytes),
  counted('packets', 'Packets', count),
  { id: 'text', header: 'Rule', value: rule => rule.text, width: 420, extra: true },
];

/** A packet like those that the rule is about, and why rules up to it do not match. */
function askedBy({ properties, place, chain }: FirewallRule): string {
  return explainLink({
    in: properties['in-interface']?.startsWith('!') ? undefined : properties['in-interface'],
    src: chain === 'output' ? undefined : oneAddress(properties['src-address']),
    dst: oneAddress(properties['dst-address']),
    protocol: properties['protocol']?.startsWith('!') ? undefined : properties['protocol'],
    srcPort: onePort(properties['src-port']),
    dstPort: onePort(properties['dst-port']),
    whyNot: place?.line,
  });
}

const kindOf = (table: Table): RowKind<FirewallRule> => ({
  keyOf: rule => String(rule.number),
  flags: rule => flagsOf(rule.flags, flagNames),
  tone: rule => (rule.disabled ? 'disabled' : rule.flags.includes('I') ? 'invalid' : 'plain'),
  comment: rule => rule.comment || undefined,
  source: rule => rule.place,
  explain: askedBy,
  columns: [...first, ...own[table], ...last],
});

/** The columns that say something of these rules. */
export const usedColumns = (
  { columns }: RowKind<FirewallRule>,
  rules: readonly FirewallRule[],
): readonly string[] =>
  columns
    .filter(({ id, value }) => id !== 'text' && rules.some(rule => (value(rule) ?? '') !== ''))
    .map(({ id }) => id);

/** With these columns shown; the others can be chosen. */
export const withColumns = (
  kind: RowKind<FirewallRule>,
  shown: readonly string[],
): RowKind<FirewallRule> => ({
  ...kind,
  columns: kind.columns.map(column => ({ ...column, extra: !shown.includes(column.id) })),
});

export const ruleKinds: Readonly<Record<Table, RowKind<FirewallRule>>> = {
  mangle: kindOf('mangle'),
  nat: kindOf('nat'),
  filter: kindOf('filter'),
};
