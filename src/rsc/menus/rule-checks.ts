import { type FirewallRule, type Matcher, type MatcherKind, protocolsWith } from '../../model/index.ts';
import { protocolName, protocolNumber } from '../../net/index.ts';
import { refused, type Said } from '../syntax/index.ts';
import type { Building, Row } from './menu.ts';

const incoming: readonly MatcherKind[] = [
  'in-interface',
  'in-interface-list',
  'in-bridge-port',
  'in-bridge-port-list',
];
const outgoing: readonly MatcherKind[] = [
  'out-interface',
  'out-interface-list',
  'out-bridge-port',
  'out-bridge-port-list',
];

/** Which interface a packet does not have yet, or no longer, in a chain of the router's own. */
const unknownIn: ReadonlyMap<string, readonly MatcherKind[]> = new Map([
  ['input', outgoing],
  ['prerouting', outgoing],
  ['output', incoming],
]);

type Checked = Pick<FirewallRule, 'family' | 'chain' | 'matchers'>;

/** Do a rule's conditions go together? What the router refuses has been said then. */
export function conditionsFit(rule: Checked, row: Row, { say }: Building): boolean {
  const wrong = rule.matchers.flatMap(matcher => {
    const what = lacksProtocol(matcher, rule) ?? wrongDirection(matcher, rule);
    return what === undefined ? [] : [{ matcher, ...what }];
  });
  for (const { matcher, id, what, todo } of wrong) {
    const range = row.properties.get(matcher.kind)?.name ?? row.range;
    say({ id, severity: 'error', what, why: refused, do: todo, range });
  }
  return wrong.length === 0;
}

interface Wrong {
  readonly id: string;
  readonly what: Said;
  readonly todo: Said;
}

/** Only ports need their protocol stated: of other conditions it is not established that a router refuses them. */
const needingProtocol: readonly MatcherKind[] = ['src-port', 'dst-port', 'port'];

function lacksProtocol({ kind }: Matcher, { family, matchers }: Checked): Wrong | undefined {
  const protocols = needingProtocol.includes(kind) ? protocolsWith(kind, family) : undefined;
  if (!protocols || matchers.some(matcher => states(matcher, protocols))) return undefined;
  const names = protocols.map(protocolName).join(', ');
  return {
    id: 'rsc/port-without-protocol',
    what: {
      en: `'${kind}' needs a protocol that has ports: ${names}.`,
      id: `'${kind}' membutuhkan protocol yang punya port: ${names}.`,
    },
    todo: { en: 'Add protocol=tcp or protocol=udp.', id: 'Tambahkan protocol=tcp atau protocol=udp.' },
  };
}

function states(matcher: Matcher, protocols: readonly number[]): boolean {
  if (matcher.kind !== 'protocol' || matcher.negated) return false;
  return protocols.includes(protocolNumber(matcher.protocol) ?? -1);
}

function wrongDirection({ kind }: Matcher, { chain }: Checked): Wrong | undefined {
  if (!unknownIn.get(chain)?.includes(kind)) return undefined;
  return {
    id: 'rsc/wrong-direction',
    what: {
      en: `'${kind}' cannot stand in chain ${chain}: there a packet has no such interface.`,
      id: `'${kind}' tidak bisa dipakai di chain ${chain}: di sana paket tidak punya interface itu.`,
    },
    todo: {
      en: 'Name the interface of the other direction, or use another chain.',
      id: 'Sebut interface arah sebaliknya, atau pakai chain lain.',
    },
  };
}
