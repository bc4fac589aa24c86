#!/usr/bin/env node
// Mutation run over the code that decides: changes one operator, condition or value at a time and asks whether a test
// notices. A seeded sample, because all of it takes hours. Takes minutes, so it is no part of the tests.
//   npm run mutants [-- --sample 400] [--seed 1] [--only src/rib] [--json FILE]
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Instrumenter } from '@stryker-mutator/instrumenter';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, '.cache');
const report = join(cache, 'mutants.json');

const { values: options } = parseArgs({
  options: {
    sample: { type: 'string', default: '400' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    json: { type: 'string' },
  },
});

/** Folders of pure decisions. Sentences (`say`) are left out: a changed word is no wrong decision. */
const deciding = ['src/pcc', 'src/rib', 'src/walk', 'src/prove', 'src/health', 'src/gateway/core'];

function sources() {
  const listed = execFileSync('git', ['ls-files', ...deciding], { cwd: root, encoding: 'utf8' }).split('\n');
  return listed.filter(
    path =>
      path.startsWith(options.only) &&
      /\.ts$/.test(path) &&
      !/\.test\.ts$|\/say(\/|\.ts$)|\/index\.ts$|\/testing\//.test(path),
  );
}

/** mulberry32. */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const silent = () => undefined;
const logger = { debug: silent, info: silent, warn: console.warn, isDebugEnabled: () => false };

const placeOf = ({ fileName, location: { start, end } }) =>
  `${fileName}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;

const within = (inner, outer) =>
  inner.fileName === outer.fileName &&
  inner.location.start.line === outer.location.start.line &&
  inner.location.end.line === outer.location.end.line &&
  inner.location.start.column >= outer.location.start.column &&
  inner.location.end.column <= outer.location.end.column;

/** All mutants of one line. A body that is emptied takes everything in it along and would crowd out the rest. */
async function mutantsOfLines() {
  const files = sources().map(name => ({
    name,
    mutate: true,
    content: readFileSync(join(root, name), 'utf8'),
  }));
  const { mutants } = await new Instrumenter(logger).instrument(files, {
    plugins: null,
    ignorers: [],
    excludedMutations: [],
  });
  return mutants.filter(({ location: { start, end } }) => start.line === end.line);
}

/** Mutants drawn until they and those inside them are as many as asked for. */
function sampleOf(mutants, size) {
  const random = generator(Number(options.seed));
  const rest = [...mutants];
  const taken = new Set();
  const counted = new Set();
  while (counted.size < size && rest.length > 0) {
    const [drawn] = rest.splice(Math.floor(random() * rest.length), 1);
    taken.add(placeOf(drawn));
    for (const one of mutants) if (within(one, drawn)) counted.add(one);
  }
  return [...taken];
}

function run(mutate) {
  const configuration = {
    testRunner: 'vitest',
    vitest: { configFile: 'tools/mutants.vitest.config.ts' },
    plugins: ['@stryker-mutator/vitest-runner'],
    // TypeScript 7 has no programming interface that Stryker could rewrite a tsconfig with.
    tsconfigFile: 'none',
    mutate,
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: report },
    tempDirName: '.cache/stryker',
    ignorePatterns: ['dist', 'report', '.cache'],
    concurrency: 2,
    timeoutMS: 20_000,
  };
  mkdirSync(cache, { recursive: true });
  const file = join(cache, 'stryker.json');
  writeFileSync(file, JSON.stringify(configuration));
  const { status } = spawnSync('npx', ['--no-install', 'stryker', 'run', file], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

function survivorsIn(files) {
  return Object.entries(files).flatMap(([file, { mutants, source }]) =>
    mutants
      .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
      .map(({ location, mutatorName, replacement, status }) => ({
        place: `${file}:${location.start.line}:${location.start.column}`,
        mutator: mutatorName,
        line: source.split('\n')[location.start.line - 1]?.trim(),
        replacement,
        covered: status === 'Survived',
      })),
  );
}

const every = await mutantsOfLines();
console.log(`${every.length} mutants; a sample of ${options.sample}, seed ${options.seed}`);
run(sampleOf(every, Number(options.sample)));
const { files } = JSON.parse(readFileSync(report, 'utf8'));
const all = Object.values(files).flatMap(({ mutants }) => mutants);
const tried = all.filter(({ status }) => !['Ignored', 'CompileError', 'RuntimeError'].includes(status));
const survivors = survivorsIn(files);
const killed = tried.length - survivors.length;
for (const { place, mutator, line, replacement, covered } of survivors) {
  console.log(`${covered ? 'survived' : 'no test '} ${place} ${mutator}: ${line}  →  ${replacement}`);
}
console.log(`${killed} of ${tried.length} mutants killed (${((100 * killed) / tried.length).toFixed(1)} %)`);
if (options.json) {
  writeFileSync(
    options.json,
    JSON.stringify({ seed: Number(options.seed), tried: tried.length, killed, survivors }, null, 2),
  );
}
