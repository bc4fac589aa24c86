import { balanceOf } from '../../../pcc/index.ts';
import { uplinksOf } from '../../../prove/index.ts';
import { marksOf, pccRules } from '../../ask/balance/index.ts';
import { rateOf } from '../../ask/routes/index.ts';
import type { Found, Place, Rule, Said } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** Shares that lines get by their numbers of remainders (docs/routeros.md#what-pcc-balances). */
export const weights: Rule = {
  id: 'pcc/weights',
  level: 'warning',
  title: { en: 'Shares of lines and their speeds', id: 'Pembagian jalur dan kecepatannya' },
  why: {
    en: 'A line with more remainders gets more connections. That is right where its speed is greater in the same proportion.',
    id: 'Jalur dengan sisa lebih banyak mendapat koneksi lebih banyak. Itu tepat kalau kecepatannya lebih besar dengan perbandingan yang sama.',
  },
  check(subject) {
    const members = pccRules(subject.router).filter(({ rule }) => rule.action.kind === 'mark-connection');
    const [first] = members;
    if (!first) return [];
    const own = members.filter(
      ({ pcc, rule }) =>
        pcc.denominator === first.pcc.denominator &&
        pcc.fields === first.pcc.fields &&
        rule.chain === first.rule.chain,
    );
    const { weights: shares, missing } = balanceOf(
      first.pcc.denominator,
      own.map(({ rule, pcc }) => ({
        remainder: pcc.remainder,
        owner: rule.action.kind === 'mark-connection' ? rule.action.mark : '',
      })),
    );
    if (missing.length > 0) return [];
    const known = withRates(subject, shares);
    if (known) return overloaded(first.rule, known, first.pcc.denominator);
    // Whoever exported his own router knows what he wrote; a part is copied, and others have other lines.
    const isEven = new Set(shares.map(({ weight }) => weight)).size < 2;
    return isEven || !subject.isPart ? [] : [stated(first.rule, shares, first.pcc.denominator)];
  },
};

interface Share {
  readonly owner: string;
  readonly weight: number;
}

/** A share, with the line that it leads to and what queues say of its speed. */
interface Rated extends Share {
  readonly line: string;
  readonly rate: number;
}

function withRates(subject: Subject, shares: readonly Share[]): readonly Rated[] | undefined {
  const lines = uplinksOf(subject.well).map(line => ({
    line,
    marks: marksOf(subject, line),
    rate: rateOf(subject, line),
  }));
  const rated = shares.flatMap(share => {
    const line = lines.find(({ marks }) => marks.includes(share.owner));
    return line?.rate === undefined ? [] : [{ ...share, line: line.line, rate: line.rate }];
  });
  return rated.length === shares.length && rated.length > 1 ? rated : undefined;
}

/** How much more than its share of the speed a line may get of the connections. */
const tolerated = 1.5;

function overloaded(at: Place, rated: readonly Rated[], denominator: number): Found[] {
  const sum = rated.reduce((all, { rate }) => all + rate, 0);
  const worst = rated
    .map(one => ({ ...one, by: (one.weight * sum) / (denominator * one.rate) }))
    .reduce((a, b) => (b.by > a.by ? b : a));
  if (worst.by <= tolerated) return [];
  const share = Math.round((100 * worst.weight) / denominator);
  const speed = Math.round((100 * worst.rate) / sum);
  return [
    {
      at,
      what: {
        en: `${worst.line} gets ${share} % of the connections, and has ${speed} % of the speed that queues state.`,
        id: `${worst.line} mendapat ${share} % koneksi, tetapi hanya ${speed} % dari kecepatan yang ditulis queue.`,
      },
      do: {
        en: 'Give each line as many remainders as it has of the speed: 3/0 and 3/1 for one of double speed, 3/2 for the other.',
        id: 'Beri setiap jalur sisa sebanyak bagian kecepatannya: 3/0 dan 3/1 untuk jalur dua kali lebih cepat, 3/2 untuk yang lain.',
      },
    },
  ];
}

function stated(at: Place, shares: readonly Share[], denominator: number): Found {
  const text = shares.map(({ owner, weight }) => `${owner} ${weight}`).join(', ');
  const what: Said = {
    en: `Connections are divided ${text}, of ${denominator}.`,
    id: `Koneksi dibagi ${text}, dari ${denominator}.`,
  };
  return {
    at,
    severity: 'info',
    what,
    do: {
      en: 'Compare it with the speeds of your lines.',
      id: 'Bandingkan dengan kecepatan jalur Anda.',
    },
  };
}
