import type { FirewallRule, Router } from '../../../model/index.ts';
import { isAboutIn, ruleAt } from '../by-interface/index.ts';
import type { ShortCut } from '../short-cut.ts';
import type { Shortcut } from './shortcut.ts';
import { whyEach } from './varies.ts';

/** Which rules established connections from the interfaces of the shortcut pass by, and which see each of some packets. */
export function passedBy(router: Router, { chains, interfaces }: Shortcut): readonly ShortCut[] {
  const met = chains
    .flatMap(({ rules }) => rules)
    .filter(rule => ruleAt(router, rule, interfaces, isAboutIn) !== undefined);
  const seeing = met.flatMap((rule): ShortCut[] => {
    const why = whyEach(router, rule);
    return why === undefined ? [] : [{ kind: 'asked-each', rules: [rule], why }];
  });
  const once = met.filter((rule: FirewallRule) => whyEach(router, rule) === undefined);
  if (once.length === 0) return seeing;
  const why = {
    en: `by packets from ${interfaces.join(', ')}: what they ask is the same for all later ones of a connection`,
    id: `oleh paket dari ${interfaces.join(', ')}: yang diperiksa sama untuk semua paket berikutnya dari sebuah koneksi`,
  };
  return [{ kind: 'asked-once', rules: once, why }, ...seeing];
}
