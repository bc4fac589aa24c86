import { parseRate } from '../../net/index.ts';
import type { Fault } from '../fault.ts';
import type { Stated } from '../schema/index.ts';
import type { IntentRun } from './intent.ts';
import { receiversOf } from './receivers-of.ts';

const longestMinutes = 7 * 24 * 60;

const balances = { rendezvous: 'buckets', adaptive: 'adaptive' } as const;

/** What the file says of how it is run, as the options of `jalur run` do. */
export function runOf(stated: Stated, faults: Fault[]): IntentRun {
  const { pace, health, failback, balance, spill, wans } = stated;
  const notify = receiversOf(stated.notify, faults);
  if (pace === 'routeros' && health === 'auto') faults.push(needsJalur('health', 'health: auto'));
  if (pace === 'routeros' && failback !== undefined && failback !== 'keep')
    faults.push(needsJalur('failback', `failback: ${failback}`));
  const isDivided = balance === 'rendezvous' || balance === 'adaptive';
  if (pace === 'routeros' && balance === 'adaptive') faults.push(needsJalur('balance', 'balance: adaptive'));
  if (pace === 'routeros' && spill === true) faults.push(needsJalur('spill', 'spill'));
  if (spill === true && !isDivided) faults.push(needsBuckets);
  const passwordFiles = passwordFilesOf(wans);
  const rates = ratesOf(wans);
  return {
    ...(Object.keys(rates).length > 0 && { rates }),
    ...(Object.keys(passwordFiles).length > 0 && { passwordFiles }),
    ...(isDivided && { balance: balances[balance] }),
    ...(spill !== undefined && { spill }),
    ...(pace !== undefined && { pace }),
    ...(health !== undefined && { autoHealth: health === 'auto' }),
    ...(notify.length > 0 && { notify }),
    ...(failback !== undefined && { failback: failbackOf(failback, faults) }),
  };
}

const passwordFilesOf = (wans: Stated['wans']): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.values(wans).flatMap(wan => {
      const file = typeof wan === 'string' ? undefined : wan['password-file'];
      return typeof wan === 'string' || file === undefined ? [] : [[wan.interface, file] as const];
    }),
  );

/** `20M/100M`, or one of both directions. */
const ratesOf = (wans: Stated['wans']): NonNullable<IntentRun['rates']> =>
  Object.fromEntries(
    Object.values(wans).flatMap(wan => {
      if (typeof wan === 'string' || wan.rate === undefined) return [];
      const [up = '', down = up] = wan.rate.split('/');
      return [[wan.interface, { upload: parseRate(up) ?? 0, download: parseRate(down) ?? 0 }] as const];
    }),
  );

const needsBuckets: Fault = {
  ...{ path: ['spill'], part: 'key' },
  what: {
    en: 'spill needs balance: rendezvous or adaptive.',
    id: 'spill membutuhkan balance: rendezvous atau adaptive.',
  },
  why: {
    en: 'Rules with PCC are the same whatever the lines carry.',
    id: 'Aturan PCC tetap sama, apa pun yang dibawa saluran.',
  },
  do: {
    en: 'Write balance: rendezvous, or take spill away.',
    id: 'Tulis balance: rendezvous, atau hapus spill.',
  },
};

const needsJalur = (key: string, text: string): Fault => ({
  path: [key],
  what: { en: `${text} needs pace: jalur.`, id: `${text} membutuhkan pace: jalur.` },
  why: {
    en: "By RouterOS's timers nobody judges a whole line.",
    id: 'Dengan timer RouterOS tidak ada yang menilai saluran secara utuh.',
  },
  do: { en: 'Take pace: routeros away, or that key.', id: 'Hapus pace: routeros, atau kunci itu.' },
});

function failbackOf(text: string, faults: Fault[]): NonNullable<IntentRun['failback']> {
  if (text === 'keep' || text === 'cut') return { kind: text };
  const minutes = Number(text.slice('drain='.length));
  if (minutes > longestMinutes)
    faults.push({
      path: ['failback'],
      what: { en: `${minutes} minutes are more than a week.`, id: `${minutes} menit lebih dari seminggu.` },
      do: { en: `Write up to drain=${longestMinutes}.`, id: `Tulis paling banyak drain=${longestMinutes}.` },
    });
  return { kind: 'drain', afterMs: minutes * 60_000 };
}
