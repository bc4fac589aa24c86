import type { FirewallRule } from '../../model/index.ts';
import type { Said, Severity } from '../../text/index.ts';
import type { LinuxContext } from '../context.ts';

/**
 * A rule that Linux cannot have is left out whole: to apply it without one of its conditions would do more than was
 * asked. Leaving it out is an error where it makes the gateway accept, or mark, what the text keeps out.
 */
export function leaveOut({ report, leftOut }: LinuxContext, rule: FirewallRule, why: Said): void {
  leftOut.push({ rule, why });
  const severity = severityOf(rule);
  report(rule.origin, {
    id: 'compile/rule-left-out',
    severity,
    what: {
      en: `This ${rule.table} rule is not in the Linux program: ${why.en}.`,
      id: `Aturan ${rule.table} ini tidak ada di program Linux: ${why.id}.`,
    },
    why:
      severity === 'error'
        ? widened(rule)
        : {
            en: 'Packets that it would catch go on to the next rule.',
            id: 'Paket yang seharusnya kena lanjut ke aturan berikutnya.',
          },
    do: {
      en: 'Write the rule with conditions that both systems have, or disable it.',
      id: 'Tulis aturan dengan syarat yang dimiliki kedua sistem, atau nonaktifkan.',
    },
  });
}

/** Where no reason is to be given. */
export const nothingSaid: Said = { en: '', id: '' };

/** A rule that Linux can do without. */
export function ignore(
  { report, leftOut }: LinuxContext,
  rule: FirewallRule,
  why: Said,
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

function widened({ table, action }: FirewallRule): Said {
  if (action.kind === 'masquerade' || action.kind === 'src-nat') {
    return {
      en: 'Without it private addresses leave without NAT.',
      id: 'Tanpanya alamat privat keluar tanpa NAT.',
    };
  }
  if (action.kind === 'route')
    return {
      en: 'Without it packets leave by another way than the text says.',
      id: 'Tanpanya paket keluar lewat jalan lain daripada menurut teks.',
    };
  if (table === 'filter' || table === 'raw')
    return {
      en: 'Without it packets pass that the text keeps out.',
      id: 'Tanpanya lolos paket yang seharusnya ditahan teks.',
    };
  return {
    en: 'Without it later rules act on packets that the text exempts.',
    id: 'Tanpanya aturan berikutnya mengenai paket yang dikecualikan teks.',
  };
}
