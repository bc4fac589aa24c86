import type { Said } from '../text/index.ts';
import type { RunConfig } from './core/index.ts';

/** Two things that were asked for and cannot be had together. */
interface Conflict {
  readonly what: Said;
  readonly do: Said;
}

type Asked = Pick<RunConfig, 'pace' | 'autoHealth' | 'failback' | 'balance' | 'spill'>;

/** What would be passed over in silence: options go before what a gateway.yaml says, so each alone may be right. */
export function conflictOf({
  pace,
  autoHealth,
  failback,
  balance,
  spill,
}: Partial<Asked>): Conflict | undefined {
  const isDivided = balance === 'buckets' || balance === 'adaptive';
  if (spill && !isDivided)
    return {
      what: { en: '--spill needs buckets.', id: '--spill membutuhkan bucket.' },
      do: {
        en: 'Add --balance buckets, or leave it out.',
        id: 'Tambahkan --balance buckets, atau hilangkan.',
      },
    };
  if (pace !== 'routeros') return undefined;
  const needing = [
    ...(autoHealth ? ['--health auto'] : []),
    ...(failback && failback.kind !== 'keep' ? ['--failback'] : []),
    ...(balance === 'adaptive' ? ['--balance adaptive'] : []),
    ...(spill ? ['--spill'] : []),
  ];
  const [first] = needing;
  if (first === undefined) return undefined;
  const what = {
    en: `${first} needs the pace of jalur: by RouterOS's timers nobody judges a whole line.`,
    id: `${first} membutuhkan pace jalur: dengan timer RouterOS tidak ada yang menilai saluran secara utuh.`,
  };
  return {
    what,
    do: {
      en: `Leave out --pace routeros, or ${needing.join(' and ')}.`,
      id: `Hilangkan --pace routeros, atau ${needing.join(' dan ')}.`,
    },
  };
}
