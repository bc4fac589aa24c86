import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { end, type Namespace, run, spawnIn } from '../../sys/index.ts';
import { officeText } from './office.ts';

export const webPort = 8443;

export interface WebAnswer {
  /** 0: nobody answered, and `type` says why. */
  readonly status: number;
  readonly type: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface WebQuestion {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /** One of its own, where it has several. */
  readonly localAddress?: string;
}

/** Somebody who asks from a namespace, by connections that are kept. */
export interface WebClient {
  ask(question: WebQuestion): Promise<WebAnswer>;
  close(): Promise<void>;
}

/** The namespaces of a gateway, and the program in them, as far as they are used here (`gateway/testing/`). */
interface Bench {
  readonly router: Namespace;
  readonly lan: Namespace;
  config(text: string): string;
  ip(...args: string[]): string;
  down(): Promise<void>;
}

interface Runner {
  readonly state: string;
  readonly last:
    | { readonly child: ChildProcess; heard(pattern: RegExp): Promise<void>; leased(): Promise<void> }
    | undefined;
  start(file: string, ...words: readonly string[]): unknown;
  end(): Promise<void>;
}

/** A gateway in namespaces as a user starts it with `--web`, served by the user `nobody`. */
export interface WebBench {
  readonly bench: Bench;
  readonly runner: Runner;
  /** A token of this scope. */
  token(scope: 'read' | 'operate' | 'admin'): string;
  client(ns: Namespace, base: string): WebClient;
  /** Of the process that serves the pages. */
  pid(): number;
  end(): Promise<void>;
}

export async function webBench(bench: Bench, runner: Runner): Promise<WebBench> {
  run(['ip', 'addr', 'add', '192.168.0.10/24', 'dev', 'eth0'], { ns: bench.lan });
  // As a machine has them: a gateway that gives them up leaves them so.
  for (const port of ['lo', 'ether1', 'ether2', 'ether4']) bench.ip('link', 'set', 'dev', port, 'up');
  runner.start(bench.config(officeText), '--web', `${webPort}`, '--web-user', 'nobody', '--leave');
  await runner.last?.leased();
  await runner.last?.heard(new RegExp(`https://192\\.168\\.0\\.1:${webPort}`));
  const clients: WebClient[] = [];
  return {
    bench,
    runner,
    token: scope => {
      const folder = join(runner.state, 'web');
      const words = ['token', 'add', 'test', '--scope', scope, '--web-user', 'nobody', '--folder', folder];
      return run(['bin/jalur', ...words]).stdout.trim();
    },
    client(ns, base) {
      const one = clientIn(ns, base);
      clients.push(one);
      return one;
    },
    pid: () => {
      const { stdout } = run(['ss', '-Hltnp', `sport = :${webPort}`], { ns: bench.router });
      return Number(/pid=(\d+)/.exec(stdout)?.[1]);
    },
    async end() {
      await Promise.all(clients.map(one => one.close()));
      await runner.end();
      await bench.down();
    },
  };
}

const program = `
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
process.removeAllListeners('warning');
const https = require('node:https');
const agent = new https.Agent({ keepAlive: true, maxSockets: 16 });
require('node:readline').createInterface({ input: process.stdin }).on('line', line => {
  const { id, url, method = 'GET', headers = {}, body, localAddress } = JSON.parse(line);
  const say = said => console.log(JSON.stringify({ id, ...said }));
  const asked = https.request(url, { agent, method, headers, localAddress, timeout: 120000 }, answer => {
    const parts = [];
    answer.on('data', part => parts.push(part)).on('end', () => {
      const text = Buffer.concat(parts).toString();
      let body;
      try { body = text === '' ? undefined : JSON.parse(text); } catch { body = { text }; }
      say({ status: answer.statusCode, type: answer.headers['content-type'] ?? '', headers: answer.headers, body });
    });
  });
  asked.on('timeout', () => asked.destroy(new Error('timeout')));
  asked.on('error', error => say({ status: 0, type: String(error) }));
  asked.end(body);
});
`;

function clientIn(ns: Namespace, base: string): WebClient {
  const child: ChildProcess = spawnIn(ns, [process.execPath, '-e', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const waiting = new Map<number, (answer: WebAnswer) => void>();
  let last = 0;
  if (child.stdout)
    createInterface({ input: child.stdout }).on('line', line => {
      const { id, ...answer } = JSON.parse(line) as WebAnswer & { readonly id: number };
      waiting.get(id)?.(answer);
      waiting.delete(id);
    });
  return {
    ask: ({ path, ...more }) =>
      new Promise(resolve => {
        last += 1;
        waiting.set(last, resolve);
        child.stdin?.write(`${JSON.stringify({ id: last, url: `${base}${path}`, ...more })}\n`);
      }),
    close: () => end(child),
  };
}
