import type { Queue } from '../../client/types.ts';
import { bytes, count, percent, rate, unknown } from '../../say/numbers.ts';
import type { Column, RowKind } from '../../table/column.ts';
import { explainLink, oneAddress } from '../../table/explain-link.ts';
import { Meter } from '../../ui/meter.tsx';

type Way = 'upload' | 'download';
type Figure = keyof NonNullable<Queue['upload']>;

const figure = (
  way: Way,
  what: Figure,
  header: string,
  say: (value: number | undefined) => string,
  extra = false,
): Column<Queue> => ({
  ...{ id: `${way}-${what}`, header, width: 116, end: true, extra },
  value: queue => queue[way]?.[what],
  show: queue => say(queue[way]?.[what]),
});

/** The fullest of its directions; undefined where nothing is measured or limited. */
function useOf(queue: Queue): number | undefined {
  const shares = [queue.upload?.use, queue.download?.use].filter(use => use !== undefined);
  return shares.length === 0 ? undefined : Math.max(...shares);
}

const limit = (value: number | undefined): string => (value === undefined ? 'unlimited' : rate(value));

export const queueKind: RowKind<Queue> = {
  keyOf: queue => `${queue.kind} ${queue.name}`,
  flags: queue => [
    ...(queue.disabled ? [{ letter: 'X', name: 'disabled' }] : []),
    ...(queue.applied || queue.disabled ? [] : [{ letter: 'I', name: 'not in the kernel' }]),
  ],
  tone: queue => (queue.disabled ? 'disabled' : queue.applied ? 'plain' : 'invalid'),
  comment: queue => queue.comment || undefined,
  source: queue => queue.place,
  explain: queue => (queue.target[0] ? explainLink({ src: oneAddress(queue.target[0]) }) : undefined),
  columns: [
    {
      ...{ id: 'use', header: 'Use', width: 72 },
      value: useOf,
      show: queue => {
        const use = useOf(queue);
        return use === undefined ? unknown : <Meter share={use} label={queue.name} text={percent(use)} />;
      },
    },
    { id: 'name', header: 'Name', value: queue => queue.name, width: 148 },
    { id: 'target', header: 'Target', value: queue => queue.target.join(', '), width: 148 },
    figure('upload', 'maxLimitBitsPerSecond', 'Upload Max Limit', limit),
    figure('download', 'maxLimitBitsPerSecond', 'Download Max Limit', limit),
    { id: 'marks', header: 'Packet Marks', value: queue => queue.packetMarks.join(', '), width: 112 },
    figure('upload', 'bitsPerSecond', 'Upload', rate),
    figure('download', 'bitsPerSecond', 'Download', rate),
    figure('upload', 'dropped', 'Upload Dropped', count),
    figure('download', 'dropped', 'Download Dropped', count),
    figure('upload', 'queuedBytes', 'Upload Queued', bytes, true),
    figure('download', 'queuedBytes', 'Download Queued', bytes, true),
    figure('upload', 'bytes', 'Upload Bytes', bytes, true),
    figure('download', 'bytes', 'Download Bytes', bytes, true),
    {
      id: 'priority',
      header: 'Priority',
      value: queue => queue.upload?.priority ?? queue.download?.priority,
      width: 72,
      end: true,
      extra: true,
    },
    { id: 'parent', header: 'Parent', value: queue => queue.parent, width: 112, extra: true },
    { id: 'kind', header: 'Kind', value: queue => queue.kind, width: 72, extra: true },
  ],
};
