import type { FirewallRule } from '../../../model/index.ts';
import type { Trace } from '../../../walk/index.ts';
import type { Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** Packets leave by one line with the address of another (docs/routeros.md#masquerade-and-route-changes). */
export const sourceOfOtherLine: Rule = {
  id: 'nat/source-of-other-line',
  level: 'error',
  title: {
    en: 'Packets leave with the address of another line',
    id: 'Paket keluar dengan alamat jalur lain',
  },
  why: {
    en: 'Providers drop packets with a source that is not theirs, and answers would come by the other line.',
    id: 'Provider membuang paket dengan alamat sumber yang bukan miliknya, dan jawabannya akan datang lewat jalur lain.',
  },
  check: subject =>
    [...mistaken(subject)].map(([rule, { first, out, owner }]) => ({
      at: rule,
      what: {
        en: `This rule lets packets leave by ${out} with the address of ${owner}.`,
        id: `Aturan ini membuat paket keluar lewat ${out} dengan alamat milik ${owner}.`,
      },
      do: {
        en: `Give the rule out-interface=${owner}, and ${out} a rule of its own.`,
        id: `Beri aturan ini out-interface=${owner}, dan buat aturan sendiri untuk ${out}.`,
      },
      counterExample: { prepared: subject.well, packet: first.packet, trace: first },
    })),
};

interface Mistaken {
  readonly first: Trace;
  readonly out: string;
  readonly owner: string;
}

function mistaken({ talks }: Subject): ReadonlyMap<FirewallRule, Mistaken> {
  const found = new Map<FirewallRule, Mistaken>();
  for (const { first } of talks) {
    const { ending } = first;
    if (ending.kind !== 'stuck') continue;
    for (const step of first.steps)
      if (
        step.kind === 'translated' &&
        step.side === 'source' &&
        step.rule?.action.kind !== 'masquerade' &&
        step.rule
      )
        found.set(step.rule, { first, out: ending.out, owner: ending.owner });
  }
  return found;
}
