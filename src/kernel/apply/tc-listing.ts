import type { ProgramTc } from '../../linux/index.ts';
import { type Namespace, run } from '../../sys/index.ts';
import type { Attachment } from '../ledger.ts';
import { hash } from './fingerprint.ts';

/** Parents that a device's filters hang on: `egress` of clsact, `parent 1:`. */
function filterParents(steps: readonly ProgramTc[]): readonly string[] {
  const parents = steps
    .filter(({ kind }) => kind === 'filter')
    .map(({ argv }) => (argv[0] === 'parent' ? `parent ${argv[1]}` : (argv[0] ?? 'root')));
  return [...new Set(parents)];
}

/** Commands that list everything that a device's steps made. */
const listCommands = (device: string, steps: readonly ProgramTc[]): readonly string[] => [
  `qdisc show dev ${device}`,
  `class show dev ${device}`,
  ...filterParents(steps).map(parent => `filter show dev ${device} ${parent}`),
];

/** By device, in the order of the steps. */
export function byDevice(steps: readonly ProgramTc[]): ReadonlyMap<string, readonly ProgramTc[]> {
  const devices = new Map<string, ProgramTc[]>();
  for (const step of steps) devices.set(step.device, [...(devices.get(step.device) ?? []), step]);
  return devices;
}

/** Hash of what tc lists for these devices, without what changes by itself (reference and packet counts). */
export function tcFingerprint(devices: ReadonlyMap<string, readonly ProgramTc[]>, ns: Namespace): string {
  const input = [...devices].flatMap(([device, steps]) => listCommands(device, steps)).join('\n');
  // -force: a device without one of them is an answer too, not an error.
  const { stdout, stderr } = run(['tc', '-force', '-batch', '-'], { ns, input, allowFailure: true });
  const still = stdout.replace(/ (refcnt|direct_packets_stat|ref|bind) \d+/g, '');
  return hash(`${still}\n${stderr}`);
}

/** A queueing discipline that somebody has set (the kernel's own ones have handle 0). */
export interface ForeignQdisc {
  readonly at: Attachment;
  /** What brings it back: `handle 8001: tbf rate …`. */
  readonly argv: readonly string[];
  /** Has classes, filters or inner disciplines that such a line does not bring back. */
  readonly branched: boolean;
}

// tbf, fq_codel and others list classes that are only views of themselves.
const branch = /^(filter|class (htb|hfsc|drr|qfq|ets|prio)) /;
const parent: Readonly<Record<string, Attachment>> = { ingress: 'ingress', clsact: 'clsact' };

/** What hangs on a device and is not the kernel's default. */
export function foreignQdiscs(device: string, ns: Namespace): readonly ForeignQdisc[] {
  const input = `qdisc show dev ${device}\nclass show dev ${device}\nfilter show dev ${device}\n`;
  const { stdout } = run(['tc', '-force', '-batch', '-'], { ns, input, allowFailure: true });
  const lines = stdout.split('\n').filter(line => line.trim() !== '');
  const rows = lines.flatMap(line => {
    const match = /^qdisc (\S+) (\S+): (root|parent \S+)(?: refcnt \d+)?(.*)$/.exec(line);
    return match && match[2] !== '0' ? [match] : [];
  });
  const branched = lines.some(line => branch.test(line)) || rows.some(row => isInner(row[3], row[1]));
  return rows
    .filter(row => !isInner(row[3], row[1]))
    .map(([, kind = '', handle = '', , options = '']) => ({
      at: parent[kind] ?? 'root',
      argv: ['handle', `${handle}:`, kind, ...options.split(' ').filter(word => word !== '')],
      branched,
    }));
}

const isInner = (place: string | undefined, kind: string | undefined): boolean =>
  place !== 'root' && !(kind !== undefined && kind in parent);
