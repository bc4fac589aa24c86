import { type Namespace, runAsync } from '../sys/index.ts';

/** What a class of tc did since it is there. */
export interface ClassCount {
  readonly bytes: number;
  readonly packets: number;
  readonly dropped: number;
  readonly backlogBytes: number;
  readonly backlogPackets: number;
}

/** The parts of `tc -s -j class show` (tc(8)) that counts are read from. */
interface ListedClass {
  readonly handle?: string;
  readonly stats?: {
    readonly bytes?: number;
    readonly packets?: number;
    readonly drops?: number;
    readonly backlog?: number;
    readonly qlen?: number;
  };
}

/** By class: `1:2a`. */
export function readClassCounts(listing: string): ReadonlyMap<string, ClassCount> {
  const listed = JSON.parse(listing) as readonly ListedClass[];
  return new Map(
    listed.flatMap(({ handle, stats }) => {
      if (handle === undefined || !stats) return [];
      const { bytes = 0, packets = 0, drops: dropped = 0, backlog = 0, qlen = 0 } = stats;
      return [[handle, { bytes, packets, dropped, backlogBytes: backlog, backlogPackets: qlen }] as const];
    }),
  );
}

/** Counts of the classes of a device; none where there is no such device. Starts tc. */
export async function classCounts(device: string, ns?: Namespace): Promise<ReadonlyMap<string, ClassCount>> {
  const argv = ['tc', '-s', '-j', 'class', 'show', 'dev', device];
  const { code, stdout } = await runAsync(argv, { ns, allowFailure: true });
  return code === 0 && stdout.trim() !== '' ? readClassCounts(stdout) : new Map();
}
