import { noOrigin } from '../../model/index.ts';
import type { LinuxContext } from '../context.ts';
import type { SharedRules } from './shared-rules.ts';
import { pccOf } from './shares.ts';

/** Says how connections are divided where buckets do it, and of which rules they cannot. */
export function checkShares(context: LinuxContext, shares: readonly SharedRules[]): void {
  if (!context.options.shares) return;
  for (const { rules, fields, home, weights } of distinct(shares)) {
    const parts = weights.map(({ owner }) => `${owner} ${percent(home, owner)}`);
    context.report(rules[0]?.origin ?? noOrigin, {
      id: 'compile/divided',
      severity: 'info',
      what: {
        en: `Connections are divided by ${home.length} buckets of a hash of ${fields}: ${parts.join(', ')}.`,
        id: `Koneksi dibagi menurut ${home.length} bucket dari hash ${fields}: ${parts.join(', ')}.`,
      },
      why: {
        en: 'Of a line that dies its own buckets alone move, to all others by their weights; with PCC they all follow its next route.',
        id: 'Bila saluran mati, hanya bucket-nya yang pindah, ke semua yang lain menurut bobotnya; dengan PCC semuanya mengikuti rute berikutnya.',
      },
    });
  }
  const known = new Set(shares.flatMap(({ rules }) => rules));
  const left = context.router.firewall.ipv4.mangle.filter(
    rule => !rule.disabled && pccOf(rule) !== undefined && !known.has(rule),
  );
  if (left[0] === undefined) return;
  context.report(left[0].origin, {
    id: 'compile/not-divided',
    severity: 'warning',
    what: {
      en: `${left.length === 1 ? 'A rule with PCC is' : `${left.length} rules with PCC are`} left as the text has ${left.length === 1 ? 'it' : 'them'}: no buckets.`,
      id: `${left.length} aturan dengan PCC dibiarkan seperti di teks: tanpa bucket.`,
    },
    why: {
      en: 'Buckets stand for neighbouring rules that mark connections, differ in remainder and mark alone, and take each remainder once.',
      id: 'Bucket menggantikan aturan bersebelahan yang menandai koneksi, hanya berbeda sisa dan mark, dan memakai setiap sisa sekali.',
    },
    do: {
      en: 'Give each remainder to one mark, one rule after the other.',
      id: 'Beri setiap sisa satu mark, aturan demi aturan berurutan.',
    },
  });
}

/** Rules are compiled twice where what comes in by a LAN has a chain of its own. */
const distinct = (shares: readonly SharedRules[]): readonly SharedRules[] =>
  shares.filter((one, i) => shares.findIndex(({ rules }) => rules[0] === one.rules[0]) === i);

const percent = (home: SharedRules['home'], mark: string): string =>
  `${((100 * home.filter(one => one === mark).length) / home.length).toFixed(1)} %`;
