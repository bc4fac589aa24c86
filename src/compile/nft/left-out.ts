import type { FirewallRule } from '../../model/index.ts';
import type { Severity } from '../../text/index.ts';
import type { LinuxContext } from '../context.ts';

/**
 * A rule that Linux cannot have is left out whole: to apply it without one of its conditions would do more than was
 * asked. Leaving it out is an error where it makes the gateway accept, or mark, what the text keeps out.
 */
export function leaveOut({ report, leftOut }: LinuxContext, rule: FirewallRule, why: string): void {
  leftOut.push({ rule, why });
  const severity = severityOf(rule);
  report(rule.origin, {
    id: 'compile/rule-left-out',
    severity,
    what: `This ${rule.table} rule is not in the Linux program: ${why}.`,
    why: severity === 'error' ? widened(rule) : 'Packets that it would catch go on to the next rule.',
    do: 'Write the rule with conditions that both systems have, or disable it.',
  });
}

/** A rule that Linux can do without. */
export function ignore(
  { report, leftOut }: LinuxContext,
  rule: FirewallRule,
  why: string,
  severity: Severity,
): void {
  leftOut.push({ rule, why });
  report(rule.origin, { id: 'compile/rule-ignored', severity, what: why });
}

function severityOf({ table, action }: FirewallRule): Severity {
  switch (action.kind) {
    case 'drop':
    case 'reject':
    case 'tarpit':
    case 'jump':
    case 'return':
    case 'masquerade':
    case 'src-nat':
    case 'notrack':
    case 'route':
      return 'error';
    // In the filter an absent accept keeps more out; elsewhere accept means: leave these packets alone.
    case 'accept':
      return table === 'filter' ? 'warning' : 'error';
    default:
      return 'warning';
  }
}

function widened({ table, action }: FirewallRule): string {
  if (action.kind === 'masquerade' || action.kind === 'src-nat') {
    return 'Without it private addresses leave without NAT.';
  }
  if (action.kind === 'route') return 'Without it packets leave by another way than the text says.';
  if (table === 'filter' || table === 'raw') return 'Without it packets pass that the text keeps out.';
  return 'Without it later rules act on packets that the text exempts.';
}
