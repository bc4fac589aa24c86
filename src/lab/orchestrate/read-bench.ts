import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type Config, readConfig } from '../../config/index.ts';
import { type Diagnostic, hasErrors } from '../../text/index.ts';
import { spanAt } from '../../yaml/index.ts';
import { experiments } from '../experiments/index.ts';
import { deriveTopology } from '../topology/derive.ts';
import { notRun } from '../topology/not-run.ts';
import { obstaclesOf } from '../topology/obstacles.ts';
import { buildTopology, parseTopology, type StatedFile } from '../topology/read.ts';
import type { Topology } from '../topology/topology.ts';
import { aboutFile, type BenchFiles, findBench, missingFile } from './find-bench.ts';
import type { Bench } from './job.ts';

/** A bench, or the errors that prevent one; and the texts that the diagnostics point into, by their file name. */
export interface BenchReading {
  readonly bench?: Bench | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: ReadonlyMap<string, string>;
}

interface Found<T> {
  readonly value?: T | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** What is stated under `expect:` and does not fit its experiment. */
function expectationFaults(topology: Topology, { place }: StatedFile): readonly Diagnostic[] {
  return experiments.flatMap(experiment =>
    experiment.faults(topology).map(({ path, message }) => ({
      id: 'lab/expectation',
      severity: 'error',
      what: `${path.map(String).join('.')} ${message}.`,
      do: `Compare with ${experiment.name} in the topology.yaml of an example.`,
      span: spanAt(place, path, 'value'),
    })),
  );
}

/** The bench of a topology file; of a configuration alone where there is none. */
function topologyOf(
  file: StatedFile | undefined,
  { router, devices, file: config }: Pick<Config, 'router' | 'devices' | 'file'>,
): Found<Topology> {
  if (file) {
    const { topology, diagnostics } = buildTopology(file, router, devices);
    const wrong = topology ? expectationFaults(topology, file) : [];
    return { value: topology, diagnostics: [...diagnostics, ...wrong] };
  }
  const value = deriveTopology(router, basename(config));
  return { value, diagnostics: value ? [] : [noWan(config)] };
}

const noWan = (file: string): Diagnostic =>
  aboutFile(file, {
    id: 'lab/no-wan',
    what: 'No port of this configuration leads to the internet.',
    why: 'A bench needs at least one ISP to plug in.',
    do: 'Write a topology.yaml beside it that says which ports are WANs.',
  });

/** Reads the files of one bench and remembers their texts. */
class BenchReader {
  readonly texts = new Map<string, string>();

  read(files: BenchFiles): Found<Omit<Bench, 'name'>> {
    const read =
      files.topology === undefined ? undefined : parseTopology(this.#text(files.topology), files.topology);
    if (read && !read.found) return { diagnostics: read.diagnostics };
    const config = files.config ?? join(files.folder, read?.found?.stated.config ?? 'gateway.rsc');
    if (!existsSync(config))
      return { diagnostics: [missingFile(config, 'Correct config: in the topology file.')] };
    const found = readConfig(config, { onLinux: true });
    for (const [file, text] of found.texts) this.texts.set(file, text);
    const { value: topology, diagnostics } = topologyOf(read?.found, found);
    const value = topology && {
      config: resolve(config),
      ...{ balance: found.run.balance, spill: found.run.spill },
      topology,
      notRun: notRun(found.router),
      obstacles: obstaclesOf(found.router, topology),
    };
    return { value, diagnostics: [...diagnostics, ...found.diagnostics] };
  }

  #text(file: string): string {
    const text = readFileSync(file, 'utf8');
    this.texts.set(file, text);
    return text;
  }
}

/**
 * Reads a configuration and its topology: `DIR` (with topology.yaml, or one .rsc), `FILE.rsc` (topology.yaml beside it is
 * used, else a topology is derived) or a topology file. Starts nothing, never throws on what a user named or wrote.
 */
export function readBench(path: string): BenchReading {
  const reader = new BenchReader();
  const files = findBench(path);
  if ('id' in files) return { diagnostics: [files], texts: reader.texts };
  const { value, diagnostics } = reader.read(files);
  const bench = value && !hasErrors(diagnostics) ? { name: path.replace(/\/+$/, ''), ...value } : undefined;
  return { bench, diagnostics, texts: reader.texts };
}
