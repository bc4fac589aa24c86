import { inField, keptField, markLayout, type ProgramRule, rulePriority } from '../../linux/index.ts';
import { noOrigin, type RoutingRule } from '../../model/index.ts';
import type { LinuxContext } from '../context.ts';
import { markNumber } from '../numbers.ts';
import { tableId } from './tables.ts';

/**
 * `ip rule`s: one per routing mark, then the text's own in order (docs/routeros.md#table-look-up). A table without a
 * matching route lets the look-up go on to the next rule and so to main, on Linux as on RouterOS. `keeps`: connections keep
 * decisions.
 */
export function compileRules(context: LinuxContext, keeps: boolean): ProgramRule[] {
  const marks = markRules(context);
  const groups = groupRules(marks);
  return [...(keeps ? aheadRules(groups, marks) : []), ...groups, ...marks, ...userRules(context)];
}

/** Packets that are known to be for others need not be looked up among the router's own addresses, which is most of what a rule costs. */
function aheadRules(groups: readonly ProgramRule[], marks: readonly ProgramRule[]): ProgramRule[] {
  // The first of the groups is for packets without a mark.
  const first = groups[1] ?? marks[0];
  if (!first) return [];
  const { forwarded } = keptField;
  return [
    {
      family: 'ipv4',
      priority: rulePriority.ahead,
      fwmark: { value: forwarded, mask: forwarded },
      action: { kind: 'goto', target: first.priority },
      origin: noOrigin,
    },
  ];
}

/** So many rules one after the other cost no more than groups of them do. */
const mostInARow = 8;

/** The kernel asks rule after rule. Where there are many marks, their upper bits lead to the rules that share them. */
function groupRules(marks: readonly ProgramRule[]): ProgramRule[] {
  if (marks.length <= mostInARow) return [];
  const bits = Math.ceil(Math.log2(marks.length) / 2);
  const { mask, shift } = markLayout.routing;
  const firsts = new Map<number, number>();
  for (const { priority, fwmark } of marks) {
    const group = (fwmark?.value ?? 0) >>> (shift + bits);
    if (!firsts.has(group)) firsts.set(group, priority);
  }
  const own = { family: 'ipv4', origin: noOrigin } as const;
  const upper = ((mask >>> (shift + bits)) << (shift + bits)) >>> 0;
  const { groups, behindMarks } = rulePriority;
  const leads = [...firsts].map(([group, target]): ProgramRule => {
    const fwmark = { value: (group << (shift + bits)) >>> 0, mask: upper };
    return { ...own, priority: groups + 1 + group, fwmark, action: { kind: 'goto', target } };
  });
  const passOn: ProgramRule = {
    ...own,
    priority: groups,
    fwmark: { value: 0, mask },
    action: { kind: 'goto', target: behindMarks },
  };
  return [passOn, ...leads, { ...own, priority: behindMarks, action: { kind: 'nop' } }];
}

function markRules(context: LinuxContext): ProgramRule[] {
  return [...context.marks.routing].map(([name, mark]) => ({
    family: 'ipv4',
    priority: rulePriority.marks + mark,
    fwmark: { value: inField(markLayout.routing, mark), mask: markLayout.routing.mask },
    action: { kind: 'lookup', table: tableId(context, name) ?? 0 },
    origin: context.router.routingTables.find(table => table.name === name)?.origin ?? noOrigin,
  }));
}

function userRules(context: LinuxContext): ProgramRule[] {
  const rules = context.router.routingRules.filter(({ disabled }) => !disabled);
  const wished = [
    ...vrfRules(context),
    ...rules.flatMap(rule => actions(context, rule).map(action => ({ ...selector(context, rule), action }))),
  ];
  const room = rulePriority.last - rulePriority.user;
  for (const { origin } of wished.slice(room)) tooMany(context, origin);
  return wished.slice(0, room).map((rule, i) => ({ priority: rulePriority.user + i, ...rule }));
}

/** A VRF without a device of its own: what comes in by its interfaces is looked up in its table and nowhere else. */
function vrfRules(context: LinuxContext): Omit<ProgramRule, 'priority'>[] {
  const enabled = context.router.vrfs.filter(({ disabled }) => !disabled);
  return enabled.flatMap(({ interfaces, table: name, origin }) => {
    const table = tableId(context, name);
    if (table === undefined) return [];
    sayVrf(context, name, origin);
    return interfaces.flatMap(iif =>
      [{ kind: 'lookup', table } as const, { kind: 'unreachable' } as const].map(action => ({
        family: 'ipv4' as const,
        iif,
        action,
        origin,
      })),
    );
  });
}

function selector({ marks }: LinuxContext, rule: RoutingRule): Omit<ProgramRule, 'priority' | 'action'> {
  const mark =
    rule.routingMark === undefined ? undefined : (markNumber(marks, 'routing', rule.routingMark) ?? 0);
  return {
    family: 'ipv4',
    ...(rule.srcAddress !== undefined && { from: rule.srcAddress }),
    ...(rule.dstAddress !== undefined && { to: rule.dstAddress }),
    ...(rule.interface !== undefined && { iif: rule.interface }),
    ...(mark !== undefined && {
      fwmark: { value: inField(markLayout.routing, mark), mask: markLayout.routing.mask },
    }),
    origin: rule.origin,
  };
}

function actions(context: LinuxContext, rule: RoutingRule): ProgramRule['action'][] {
  if (rule.action === 'drop') return [{ kind: 'blackhole' }];
  if (rule.action === 'unreachable') return [{ kind: 'unreachable' }];
  const table = tableId(context, rule.table ?? 'main');
  if (table === undefined) return [];
  const lookup: ProgramRule['action'] = {
    kind: 'lookup',
    table,
    ...(rule.minPrefix !== undefined && { suppressPrefixLength: rule.minPrefix }),
  };
  // Linux goes on to the next rule when a table has no route; only-in-table must not.
  return rule.action === 'lookup' ? [lookup] : [lookup, { kind: 'unreachable' }];
}

function sayVrf({ report }: LinuxContext, name: string, origin: RoutingRule['origin']): void {
  report(origin, {
    id: 'compile/vrf',
    severity: 'warning',
    what: {
      en: `VRF ${name} is made with routing rules for what comes in by its interfaces; its own networks can be reached from main, too.`,
      id: `VRF ${name} dibuat dengan routing rule untuk apa yang masuk lewat interface-nya; jaringannya sendiri juga terjangkau dari main.`,
    },
    why: {
      en: 'Linux puts the network of every address into main unless the interface is in a VRF device.',
      id: 'Linux memasukkan jaringan setiap alamat ke main kecuali interface-nya ada di device VRF.',
    },
    do: {
      en: 'Where they must not be reached, add a drop rule in chain forward.',
      id: 'Bila tidak boleh terjangkau, tambahkan aturan drop di chain forward.',
    },
  });
}

function tooMany({ report }: LinuxContext, origin: RoutingRule['origin']): void {
  report(origin, {
    id: 'compile/too-many-rules',
    severity: 'error',
    what: {
      en: `There is room for ${rulePriority.last - rulePriority.user} routing rules; this one is beyond.`,
      id: `Hanya ada tempat untuk ${rulePriority.last - rulePriority.user} routing rule; yang ini di luarnya.`,
    },
  });
}
