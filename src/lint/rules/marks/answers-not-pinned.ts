import { type FirewallRule, mainTable, type Origin, type Router } from '../../../model/index.ts';
import { enabledRules, linesFor, type Violation } from '../../../prove/index.ts';
import { asksFor, matcherOf } from '../../ask/firewall/index.ts';
import { defaultRoutes } from '../../ask/routes/index.ts';
import { fromLines, type Mend } from '../../fix/change.ts';
import type { Found, Place, Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** Connections from outside that are answered by another line (docs/routeros.md#table-look-up). */
export const answersNotPinned: Rule = {
  id: 'marks/answers-not-pinned',
  level: 'error',
  title: {
    en: 'Answers leave by another line than the question came by',
    id: 'Jawaban keluar lewat jalur lain daripada pertanyaannya',
  },
  why: {
    en: 'Who connects to the address of one line gets the answer from the address of another, or never: VPN servers, port forwards and management work by one line alone.',
    id: 'Yang menghubungi alamat satu jalur mendapat jawaban dari alamat lain, atau tidak sama sekali: server VPN, port forward dan pengelolaan hanya bisa lewat satu jalur.',
  },
  check(subject) {
    const found = [...subject.proof.violations, ...subject.proof.remarks].filter(isOfAnswers);
    // Who can only ping the second line, or must not come in at all, misses nothing.
    const first = found.find(one => one.breach.kind !== 'pinged' && isWanted(subject, one));
    if (!first || subject.wans.length < 2 || hasCause(subject)) return [];
    return finding(subject, first, isMeant(subject, first));
  },
};

/** Marks that are wrong are said themselves, and so is a main that leads nowhere. */
const hasCause = (subject: Subject): boolean =>
  subject.proof.defects.some(({ flaw }) => causes.has(flaw.kind)) ||
  !defaultRoutes(subject).some(({ table }) => table === mainTable);

const causes: ReadonlySet<string> = new Set(['crossed-marks', 'empty-table', 'unset-mark', 'unreached-pcc']);

/** Does the text let somebody in? What is open because no rule drops it is said of that. */
const isWanted = (subject: Subject, violation: Violation): boolean =>
  isMeant(subject, violation) ||
  enabledRules(subject.router).some(
    rule => rule.chain === 'input' && rule.action.kind === 'accept' && asksFor(rule, 'dst-port', 'port'),
  );

/** Is anything offered there, or does the text choose lines by marks? */
const isMeant = ({ router }: Subject, { concerns = [] }: Violation): boolean =>
  concerns.length > 0 ||
  enabledRules(router).some(
    ({ action, chain }) => action.kind === 'mark-routing' && (chain === 'prerouting' || chain === 'output'),
  );

const isOfAnswers = ({ invariant, breach }: Violation): boolean =>
  invariant === 'answer-leaves-as-it-came' && 'in' in breach;

function finding(subject: Subject, violation: Violation, isGrave: boolean): Found[] {
  const { breach, concerns = [], packet, trace, prepared } = violation;
  const by = 'in' in breach ? breach.in : '';
  const at = placeOf(subject.router, concerns, by);
  if (!at) return [];
  const services = [...new Set(concerns.map(({ service }) => service))].join(', ');
  return [
    {
      at,
      ...(!isGrave && { severity: 'info' }),
      isLikely: concerns.length === 0,
      what: {
        en: `What comes in by ${by} is answered by another line${services === '' ? '' : `; this concerns ${services}`}.`,
        id: `Yang masuk lewat ${by} dijawab lewat jalur lain${services === '' ? '' : `; ini mengenai ${services}`}.`,
      },
      do: {
        en: 'Mark connections by the line that they come in by (in-interface, connection-mark=no-mark), and give their answers the routing mark of that line in chain=output and, for port forwards, in chain=prerouting from the LAN.',
        id: 'Tandai koneksi menurut jalur masuknya (in-interface, connection-mark=no-mark), dan beri jawabannya routing mark jalur itu di chain=output dan, untuk port forward, di chain=prerouting dari LAN.',
      },
      fix: pinned(violation),
      counterExample: { prepared, packet, trace },
    },
  ];
}

/** The server that is concerned, the port forward, or the translation of the line. */
function placeOf(
  router: Router,
  concerns: NonNullable<Violation['concerns']>,
  by: string,
): Place | undefined {
  const nat = router.firewall.ipv4.nat.filter(({ disabled }) => !disabled);
  const servers = concerns.flatMap(({ service }) => serverAt(router, service));
  const forward = concerns.some(({ service }) => service === 'port forward')
    ? nat.find(({ action }) => action.kind === 'dst-nat')
    : undefined;
  const isBy = (rule: FirewallRule): boolean => matcherOf(rule, 'out-interface')?.interface === by;
  const marking = enabledRules(router).find(({ action }) => action.kind === 'mark-routing');
  return servers[0] ?? forward ?? nat.find(isBy) ?? nat[0] ?? marking;
}

/** `L2TP/IPsec` stands in `/interface l2tp-server server`. */
function serverAt({ plain, kept }: Router, service: string): Origin[] {
  const menu = `/interface ${service.split('/')[0]?.toLowerCase()}-server server`;
  return [...plain.filter(one => one.menu === menu), ...kept.filter(one => one.origin.menu === menu)].map(
    ({ origin }) => origin,
  );
}

/** What comes in is marked by its line, and what answers it goes by a table of that line. */
function pinned(violation: Violation): Mend | undefined {
  const changes = fromLines(linesFor(violation));
  return (
    changes && {
      changes,
      isSafe: false,
      note: {
        en: 'These rules stand before all others of mangle: what they mark is not marked by those behind them that ask for no mark.',
        id: 'Aturan ini berdiri sebelum semua aturan mangle lain: yang ditandainya tidak ditandai lagi oleh aturan di belakangnya yang meminta tanpa mark.',
      },
    }
  );
}
