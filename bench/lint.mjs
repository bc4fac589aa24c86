#!/usr/bin/env node
// Speed of lint on the built program: `node bench/lint.mjs [FILE…]`. Targets: the paper's whole command within 200 ms, each
// file within 250 ms in process, findings in an editor within 150 ms of a keystroke in an export of 700 lines.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { readTexts } from '../dist/config/index.js';
import { lintInput, lintSteps } from '../dist/lint/index.js';
import { exportOf } from './growth-texts.mjs';

const jalur = fileURLToPath(new URL('../bin/jalur', import.meta.url));
const paper = fileURLToPath(new URL('../examples/paper/paper.rsc', import.meta.url));
const ms = value => `${value.toFixed(1)} ms`;
const row = (name, value) => console.log(`${name.padEnd(44)}${value}`);
const sorted = times => times.toSorted((a, b) => a - b);
const median = times => sorted(times)[Math.floor(times.length / 2)];
const worst = times => sorted(times).at(-1);

/** Wall clock of a whole command, in ms. */
function whole(words, runs = 15) {
  return Array.from({ length: runs }, () => {
    const begun = performance.now();
    spawnSync(process.execPath, [jalur, ...words], { stdio: 'ignore' });
    return performance.now() - begun;
  });
}

/** One text, read and linted in this process: reading, the proof that rules ask, and all rules. */
function inProcess(text, file) {
  const begun = performance.now();
  const reading = dialect => readTexts([{ file, text }], { assumesPorts: true, dialect });
  const input = lintInput(reading(), {}, () => reading('v6'));
  const read = performance.now();
  const steps = lintSteps(input, { language: 'en' });
  steps.next();
  const proved = performance.now();
  while (!steps.next().done);
  const ended = performance.now();
  return { read: read - begun, prove: proved - read, rules: ended - proved, all: ended - begun };
}

/** Keystrokes into a text that an editor has open: from each until its findings are there, in ms. */
async function keystrokes(text, count) {
  const server = spawn(process.execPath, [jalur, 'lsp'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const { stdout, stdin } = server;
  const connection = createProtocolConnection(
    new StreamMessageReader(stdout),
    new StreamMessageWriter(stdin),
  );
  const uri = 'untitled:office.rsc';
  let found = () => {};
  connection.onNotification('textDocument/publishDiagnostics', said => found(said.version));
  connection.listen();
  const findings = version => new Promise(resolve => (found = said => said === version && resolve()));
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
  const opened = findings(1);
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'routeros', version: 1, text },
  });
  await opened;
  const line = text.split('\n').findIndex(one => one.includes('distance=2'));
  const character = text.split('\n')[line].indexOf('distance=2') + 'distance='.length;
  const range = { start: { line, character }, end: { line, character: character + 1 } };
  const times = [];
  const cpu = [];
  for (let version = 2; version < count + 2; version++) {
    const [begun, before] = [performance.now(), cpuOf(server.pid)];
    const done = findings(version);
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text: `${2 + (version % 7)}` }],
    });
    await done;
    times.push(performance.now() - begun);
    cpu.push(cpuOf(server.pid) - before);
  }
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  return { times, cpu };
}

/** What the first thread of a process has had of a core, in ms: other work on the machine does not count. */
function cpuOf(pid) {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return Number.NaN; // Not on this system.
  }
}

row(
  'node alone',
  ms(
    median(
      Array.from({ length: 15 }, () => {
        const begun = performance.now();
        spawnSync(process.execPath, ['-e', '0'], { stdio: 'ignore' });
        return performance.now() - begun;
      }),
    ),
  ),
);
row('jalur --version', ms(median(whole(['--version']))));
row('jalur lint examples/paper/paper.rsc', ms(median(whole(['lint', paper]))));

const office = exportOf(700);
const texts = [
  { file: 'an export of 700 lines', text: office },
  ...process.argv.slice(2).map(file => ({ file, text: readFileSync(file, 'utf8') })),
];
const cold = inProcess(readFileSync(paper, 'utf8'), paper);
row('the paper in process, the first text', ms(cold.all));
const times = texts.map(({ file, text }) => {
  const runs = Array.from({ length: 3 }, () => inProcess(text, file));
  return { file, ...runs.toSorted((a, b) => a.all - b.all)[0] };
});
for (const { file, read, prove, rules, all } of times.toSorted((a, b) => b.all - a.all).slice(0, 5))
  row(ms(all), `read ${ms(read)}, prove ${ms(prove)}, rules ${ms(rules)}  ${file}`);

const keys = await keystrokes(office, 40);
row('keystroke → findings, median', ms(median(keys.times)));
row('keystroke → findings, worst of 40', ms(worst(keys.times)));
row('keystroke, of a core, median', ms(median(keys.cpu)));
row('keystroke, of a core, worst of 40', ms(worst(keys.cpu)));
