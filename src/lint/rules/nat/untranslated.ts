import { type FirewallRule, membersOf } from '../../../model/index.ts';
import type { Ipv4 } from '../../../net/index.ts';
import { converseAll, enabledRules, uplinksOf } from '../../../prove/index.ts';
import { makePacket, type Packet, type Trace } from '../../../walk/index.ts';
import { isTunnel } from '../../ask/routes/index.ts';
import { hostOf } from '../../ask/strangers/index.ts';
import { add } from '../../fix/change.ts';
import type { CounterExample, Found, Place, Rule, Said } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** A line by which private addresses leave as they are (docs/routeros.md#packet-flow). */
export const untranslated: Rule = {
  id: 'nat/untranslated',
  level: 'error',
  title: { en: 'Private addresses leave untranslated', id: 'Alamat privat keluar tanpa diterjemahkan' },
  why: {
    en: 'No answer can come to a private address: whoever is balanced to this line, or falls back to it, is offline.',
    id: 'Jawaban tidak bisa sampai ke alamat privat: siapa pun yang mendapat jalur ini, atau pindah ke sini, tidak bisa ke Internet.',
  },
  check(subject) {
    const at = placeFor(subject);
    const now = leaksNow(subject);
    const later = leaksAlone(
      subject,
      now.map(({ out }) => out),
    );
    return at ? [...now, ...later].map(leak => finding(subject, at, leak)) : [];
  },
};

/** A packet that leaves by `out` as nobody can answer it. */
interface Leak extends CounterExample {
  readonly out: string;
  /** While the other lines are down. */
  readonly isAlone: boolean;
}

function leaksNow({ proof: { violations } }: Subject): Leak[] {
  const found = violations.flatMap(({ invariant, verdict, trace, packet, prepared }) => {
    const { ending } = trace;
    if (invariant !== 'nothing-leaks' || verdict !== 'violated' || ending.kind !== 'leaked') return [];
    return isTracked(trace) ? [{ out: ending.out, isAlone: false, trace, packet, prepared }] : [];
  });
  return found.filter(({ out }, at) => found.findIndex(other => other.out === out) === at);
}

/** What is not tracked is not translated: that is said of the rule. */
const isTracked = ({ steps }: Trace): boolean =>
  !steps.some(step => step.kind === 'rule' && step.rule.action.kind === 'notrack');

/** Lines that carry the LAN's packets only when others are down, where the text translates what leaves by another. */
function leaksAlone(subject: Subject, known: readonly string[]): Leak[] {
  const { proof, well } = subject;
  const isJudged = !proof.doubts.some(({ invariant }) => invariant === 'nothing-leaks');
  if (!isJudged || !enabledRules(well.router).some(({ chain }) => chain === 'srcnat')) return [];
  return uplinksOf(well)
    .filter(
      name => !known.includes(name) && !enabledRules(well.router).some(rule => takesAll(subject, rule, name)),
    )
    .flatMap(out => {
      const prepared = subject.only(out);
      const leaks = subject.lans.flatMap((lan): Leak[] => {
        const packet = outward(subject, lan);
        const { outcomes } = packet ? converseAll(prepared, packet) : { outcomes: [] };
        const trace = outcomes
          .map(({ result }) => result.first)
          .find(one => leavesBy(one, out) && isTracked(one));
        return packet && trace ? [{ out, isAlone: true, trace, packet, prepared }] : [];
      });
      return leaks.slice(0, 1);
    });
}

/** Does a rule translate all that leaves by a line? Then no walk is needed. */
const takesAll = ({ router }: Subject, { chain, action, matchers }: FirewallRule, out: string): boolean =>
  chain === 'srcnat' &&
  (action.kind === 'masquerade' || action.kind === 'src-nat') &&
  matchers.every(one => {
    if (one.kind === 'ipsec-policy') return true;
    if (one.negated) return false;
    return (
      (one.kind === 'out-interface' && one.interface === out) ||
      (one.kind === 'out-interface-list' && membersOf(router, one.list).includes(out))
    );
  });

const leavesBy = ({ ending }: Trace, out: string): boolean => ending.kind === 'leaked' && ending.out === out;

function outward(subject: Subject, lan: string): Packet | undefined {
  const src = hostOf(subject, lan);
  const ends = { srcPort: 40_000, dst: internetHost, dstPort: 443 };
  return src === undefined ? undefined : makePacket({ protocol: 'tcp', in: lan, src, ...ends });
}

/** Somebody on the Internet. */
const internetHost: Ipv4 = '1.0.0.1';

function finding({ router }: Subject, at: Place, { out, isAlone, ...counterExample }: Leak): Found {
  return {
    at,
    what: isAlone
      ? {
          en: `When other lines are down, what leaves by ${out} keeps its private source address.`,
          id: `Saat jalur lain mati, yang keluar lewat ${out} tetap memakai alamat asal privat.`,
        }
      : {
          en: `What leaves by ${out} keeps its private source address.`,
          id: `Yang keluar lewat ${out} tetap memakai alamat asal privat.`,
        },
    ...(isTunnel(router, out) && { assuming: noWayBack }),
    do: {
      en: `Add: /ip firewall nat add chain=srcnat out-interface=${out} action=masquerade`,
      id: `Tambahkan: /ip firewall nat add chain=srcnat out-interface=${out} action=masquerade`,
    },
    fix: {
      changes: [add('/ip firewall nat', { chain: 'srcnat', 'out-interface': out, action: 'masquerade' })],
      isSafe: false,
      note: {
        en: `Everything that leaves by ${out} and that no rule before translates gets the address of that line, networks of your own behind it included.`,
        id: `Semua yang keluar lewat ${out} dan belum diterjemahkan aturan sebelumnya memakai alamat jalur itu, termasuk ke jaringan sendiri di belakangnya.`,
      },
    },
    counterExample,
  };
}

const noWayBack: Said = {
  en: 'the far end of the tunnel neither knows the way back nor translates.',
  id: 'ujung tunnel di sana tidak tahu jalan kembali dan tidak menerjemahkan.',
};

/** The last rule that translates sources, else the first route. */
function placeFor({ router: { firewall, routes } }: Subject): Place | undefined {
  const own = firewall.ipv4.nat.filter(({ chain, disabled }) => chain === 'srcnat' && !disabled);
  return own.at(-1) ?? firewall.ipv4.nat.at(-1) ?? routes[0];
}
