import { readFileSync } from 'node:fs';
import { arch, cpus, release, totalmem } from 'node:os';
import { packagePath, run } from '../../sys/index.ts';
import type { EmulationMeasure, Environment, MissingFeature } from '../report/environment.ts';

/** What only the caller of a lab knows about the run. */
export interface RunFacts {
  readonly congestion: string;
  readonly parallel: number;
  readonly missing: readonly MissingFeature[];
  readonly emulation: readonly EmulationMeasure[];
}

const versionArgv = {
  nft: ['nft', '--version'],
  iproute2: ['ip', '-V'],
  dnsmasq: ['dnsmasq', '--version'],
  busybox: ['busybox', '--help'],
} as const;

/** First version number that a program says; empty where it says none. Throws EnvironmentError where it is missing. */
function versionOf(argv: readonly string[]): string {
  const { stdout, stderr } = run(argv, { allowFailure: true, timeoutMs: 5000 });
  return /\d+\.\d+(\.\d+)?/.exec(stdout || stderr)?.[0] ?? '';
}

/** os-release(5): the text of `PRETTY_NAME`, empty where there is none. */
function osName(): string {
  try {
    return /^PRETTY_NAME="?([^"\n]*)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? '';
  } catch {
    return '';
  }
}

/** Version of jalur itself, from its package.json. */
function jalurVersion(): string {
  const { version } = JSON.parse(readFileSync(packagePath('package.json'), 'utf8')) as {
    readonly version: string;
  };
  return version;
}

/** This machine and its programs. Throws EnvironmentError where one of them is not installed. */
export function readEnvironment(facts: RunFacts): Environment {
  return {
    jalur: jalurVersion(),
    node: process.versions.node,
    kernel: release(),
    os: osName(),
    architecture: arch(),
    cpus: cpus().length,
    cpuModel: cpus()[0]?.model.trim() ?? '',
    memory: totalmem(),
    tools: {
      nft: versionOf(versionArgv.nft),
      iproute2: versionOf(versionArgv.iproute2),
      dnsmasq: versionOf(versionArgv.dnsmasq),
      busybox: versionOf(versionArgv.busybox),
    },
    privileges: process.getuid?.() === 0 ? 'root' : 'user namespace',
    ...facts,
  };
}
