import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  commandLineOf,
  endProcess,
  environmentTrouble,
  isRunning,
  type NamespaceIdentity,
  type ProcessIdentity,
  processOf,
  signalTo,
} from '../sys/index.ts';
import { isSameArgv, type ServiceSpec } from './service-spec.ts';

/** A process of a service, as it is written down. */
interface Recorded extends ProcessIdentity {
  readonly name: string;
  /** What was asked for, and how it was started. */
  readonly asked: readonly string[];
  readonly argv: readonly string[];
  readonly voice?: string | undefined;
}

interface RecordFile {
  /** The namespace and boot that they run in. */
  readonly home: NamespaceIdentity;
  readonly services: readonly Recorded[];
}

/** Which processes do the work of which services, on disk: whoever comes after us finds them by it, and no others. */
export interface ServiceRecords {
  /** The process that an earlier gateway left for just this service; it is handed out once. */
  take(spec: ServiceSpec): ProcessIdentity | undefined;
  /** Ends what an earlier gateway left and nobody wants as it is. Those of services that go on otherwise are killed, so that they give nothing back. */
  endOthers(wanted: readonly ServiceSpec[]): Promise<void>;
  /** This process does it now; undefined: none does. Where that cannot be written down now, it is tried again: what runs is not lost for it. */
  write(spec: ServiceSpec, pid: number | undefined): void;
  /** Throws what the file system said where something is not written down yet. */
  check(): void;
}

const againMs = 1000;

export function serviceRecords(stateDir: string, home: NamespaceIdentity): ServiceRecords {
  const file = fileIn(stateDir);
  let left = leftServices(stateDir, home);
  let now: readonly Recorded[] = left;
  let again: NodeJS.Timeout | undefined;
  let trouble: unknown;
  const save = (): void => {
    clearTimeout(again);
    trouble = undefined;
    try {
      writeRecords(file, { home, services: now });
    } catch (error) {
      if (!environmentTrouble(error)) throw error;
      trouble = error;
      again = setTimeout(save, againMs).unref();
    }
  };
  const write = (services: readonly Recorded[]): void => {
    now = services;
    save();
  };
  return {
    take(spec) {
      const found = left.find(one => isOf(one, spec));
      left = left.filter(one => one !== found);
      return found && isRunning(found) ? found : undefined;
    },
    async endOthers(wanted) {
      const others = left.filter(one => !wanted.some(spec => isOf(one, spec)));
      left = left.filter(one => !others.includes(one));
      const isKilled = ({ name, takesLeave }: ServiceSpec, one: Recorded): boolean =>
        name === one.name && takesLeave !== true;
      for (const one of others) if (wanted.some(spec => isKilled(spec, one))) signalTo(one, 'SIGKILL');
      await Promise.all(others.map(one => endProcess(one)));
      if (others.length > 0) write(now.filter(one => !others.includes(one)));
    },
    write({ name, argv: asked, more = [], voice }, pid) {
      const process = pid === undefined ? undefined : processOf(pid);
      const rest = now.filter(one => one.name !== name);
      write(process ? [...rest, { ...process, name, asked, argv: [...asked, ...more], voice }] : rest);
    },
    check() {
      if (trouble !== undefined) save();
      if (trouble !== undefined) throw trouble;
    },
  };
}

function writeRecords(file: string, records: RecordFile): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o755 });
  writeFileSync(`${file}.new`, JSON.stringify(records), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

const fileIn = (stateDir: string): string => join(stateDir, 'services.json');

const isOf = ({ name, asked }: Recorded, spec: ServiceSpec): boolean =>
  name === spec.name && isSameArgv(asked, spec.argv) && hasRead(spec);

/** Is what it was started with still in its file? */
const hasRead = ({ file }: ServiceSpec): boolean => file === undefined || textOf(file.path) === file.text;

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Services of an earlier gateway of this namespace that still run: the very processes that it started, with their arguments. */
export function leftServices(stateDir: string, home: NamespaceIdentity): readonly Recorded[] {
  const { home: known, services } = read(fileIn(stateDir));
  if (known?.boot !== home.boot || known.cookie !== home.cookie) return [];
  return services.filter(one => isRunning(one) && isSameArgv(commandLineOf(one.pid), one.argv));
}

function read(file: string): Partial<RecordFile> & Pick<RecordFile, 'services'> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RecordFile;
  } catch {
    return { services: [] }; // none yet, or cut off by a crash of the machine, after which none runs
  }
}
