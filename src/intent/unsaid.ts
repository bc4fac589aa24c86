import { type Diagnostic, diagnosticOf, type Language, type Said, type Span } from '../text/index.ts';
import type { Intent } from './normal/index.ts';
import type { Path } from './path.ts';

interface Unsaid {
  readonly path: Path;
  readonly what: Said;
}

/** Keys that say how jalur runs it: the statements that the file stands for do not hold them. */
export const unsaidOf = (
  intent: Intent,
  spanOf: (path: Path) => Span,
  language: Language,
): readonly Diagnostic[] =>
  found(intent).map(({ path, what }) =>
    diagnosticOf(
      {
        id: 'intent/not-in-routeros',
        severity: 'warning',
        what,
        why: {
          en: 'It is how jalur runs the file, and RouterOS has nothing of the kind.',
          id: 'Itu cara jalur menjalankan file ini, dan RouterOS tidak punya yang serupa.',
        },
      },
      spanOf(path),
      language,
    ),
  );

function found({ run, wans }: Intent): readonly Unsaid[] {
  const { balance, spill, pace, autoHealth, failback, notify = [], passwordFiles = {} } = run;
  return [
    ...(balance === undefined || balance === 'pcc' ? [] : [{ path: ['balance'], what: balances[balance] }]),
    ...(spill
      ? [
          {
            path: ['spill'],
            what: {
              en: 'The text does not hold spill: full lines get new connections.',
              id: 'Teks tidak memuat spill: saluran yang penuh tetap mendapat koneksi baru.',
            },
          },
        ]
      : []),
    ...(autoHealth
      ? [
          {
            path: ['health'],
            what: {
              en: 'The text does not hold health: auto: lines are checked by their probes alone.',
              id: 'Teks tidak memuat health: auto: saluran dicek hanya dengan probe-nya.',
            },
          },
        ]
      : []),
    ...(failback && failback.kind !== 'keep'
      ? [
          {
            path: ['failback'],
            what: {
              en: 'The text does not hold failback: connections of an outage stay.',
              id: 'Teks tidak memuat failback: koneksi dari masa gangguan tetap di tempatnya.',
            },
          },
        ]
      : []),
    ...(notify.length === 0
      ? []
      : [
          {
            path: ['notify'],
            what: {
              en: 'The text does not hold notify: nobody is told.',
              id: 'Teks tidak memuat notify: tidak ada yang diberi tahu.',
            },
          },
        ]),
    ...(pace === undefined
      ? []
      : [{ path: ['pace'], what: { en: 'The text does not hold pace.', id: 'Teks tidak memuat pace.' } }]),
    ...wans
      .filter(wan => passwordFiles[wan.interface] !== undefined)
      .map(({ path, name }) => ({
        path: [...path, 'password-file'],
        what: {
          en: `The text does not hold the password of ${name}.`,
          id: `Teks tidak memuat password ${name}.`,
        },
      })),
  ];
}

const balances = {
  buckets: {
    en: 'The text divides connections by PCC, not by buckets: where a line dies, others move as well.',
    id: 'Teks membagi koneksi dengan PCC, bukan dengan bucket: bila satu saluran mati, koneksi lain ikut pindah.',
  },
  adaptive: {
    en: 'The text divides connections by PCC, with fixed shares.',
    id: 'Teks membagi koneksi dengan PCC, dengan bagian yang tetap.',
  },
} as const;
