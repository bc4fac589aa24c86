import type { Diagnostic, Span } from '../text/index.ts';
import type { Intent } from './normal/index.ts';
import type { Path } from './path.ts';

interface Unsaid {
  readonly path: Path;
  readonly what: string;
}

/** Keys that say how jalur runs it: the statements that the file stands for do not hold them. */
export const unsaidOf = (intent: Intent, spanOf: (path: Path) => Span): readonly Diagnostic[] =>
  found(intent).map(({ path, what }) => ({
    id: 'intent/not-in-routeros',
    severity: 'warning',
    what,
    why: 'It is how jalur runs the file, and RouterOS has nothing of the kind.',
    span: spanOf(path),
  }));

function found({ run, wans }: Intent): readonly Unsaid[] {
  const { balance, spill, pace, autoHealth, failback, notify = [], passwordFiles = {} } = run;
  return [
    ...(balance === undefined || balance === 'pcc' ? [] : [{ path: ['balance'], what: balances[balance] }]),
    ...(spill
      ? [{ path: ['spill'], what: 'The text does not hold spill: full lines get new connections.' }]
      : []),
    ...(autoHealth
      ? [
          {
            path: ['health'],
            what: 'The text does not hold health: auto: lines are checked by their probes alone.',
          },
        ]
      : []),
    ...(failback && failback.kind !== 'keep'
      ? [{ path: ['failback'], what: 'The text does not hold failback: connections of an outage stay.' }]
      : []),
    ...(notify.length === 0
      ? []
      : [{ path: ['notify'], what: 'The text does not hold notify: nobody is told.' }]),
    ...(pace === undefined ? [] : [{ path: ['pace'], what: 'The text does not hold pace.' }]),
    ...wans
      .filter(wan => passwordFiles[wan.interface] !== undefined)
      .map(({ path, name }) => ({
        path: [...path, 'password-file'],
        what: `The text does not hold the password of ${name}.`,
      })),
  ];
}

const balances = {
  buckets: 'The text divides connections by PCC, not by buckets: where a line dies, others move as well.',
  adaptive: 'The text divides connections by PCC, with fixed shares.',
} as const;
