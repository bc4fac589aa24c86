import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AuditLog,
  BackOff,
  type HashedPassword,
  hashPassword,
  type ScopeName,
  Sessions,
  TokenBook,
  usersIn,
} from '../access/index.ts';
import { webApp } from '../app.ts';
import type { Parts } from '../context.ts';
import type { LabPort } from '../lab-port.ts';
import { ApiProblem } from '../problem.ts';
import { StreamHub } from '../stream/index.ts';
import type { Thinker } from '../thread/index.ts';
import { think } from '../thread/think.ts';
import { FakeDaemon } from './fake-daemon.ts';
import { fakeLab } from './fake-lab.ts';

/** Tasks are worked out at once, in this thread. */
export const thinkHere: Thinker = {
  async ask(task) {
    const outcome = think(task);
    if ('no' in outcome)
      throw new ApiProblem(422, 'web/no-answer', outcome.no.what, outcome.no.do, {
        errors: outcome.no.errors,
      });
    return JSON.parse(JSON.stringify(outcome.value));
  },
  async close() {},
};

export const password = 'correct horse battery';
let hashed: Promise<HashedPassword> | undefined;

export interface SiteOptions {
  readonly secure?: boolean;
  readonly pages?: string;
  readonly thinker?: Thinker;
  readonly lab?: LabPort | undefined;
}

/** The whole server without its sockets, with three users (named as their scopes) and a clock that stands still. */
export async function openSite({ secure = false, pages, thinker = thinkHere, ...options }: SiteOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'jalur-web-'));
  const clock = { ms: Date.parse('2026-11-30T08:00:00.000Z') };
  const now = (): number => clock.ms;
  const daemon = new FakeDaemon();
  const users = usersIn(folder);
  hashed ??= hashPassword(password);
  const kept = await hashed;
  const user = (name: ScopeName) => ({
    name,
    scope: name,
    password: kept,
    changedAt: '2026-11-30T07:00:00.000Z',
  });
  users.write({ v: 1, users: [user('read'), user('operate'), user('admin')] });
  const defects: Error[] = [];
  const parts: Parts = {
    keptOut: { lans: [] },
    ...{ daemon, users, now, port: 8443, secure, thinker, pages },
    lab: 'lab' in options ? options.lab : fakeLab,
    tokens: new TokenBook(folder, now),
    sessions: new Sessions(now),
    backOff: new BackOff(now),
    audit: new AuditLog(folder, now),
    stream: new StreamHub(
      daemon,
      async () => ({ event: 'online', data: { at: new Date(now()).toISOString() } }),
      now,
    ),
    hostNames: new Set(['gateway.lan']),
  };
  const app = webApp(parts, error => defects.push(error));
  const request = (path: string, init: RequestInit & { readonly from?: string } = {}): Promise<Response> => {
    const { from = '192.168.88.10', ...rest } = init;
    const headers = new Headers(rest.headers);
    if (!headers.has('host')) headers.set('host', '192.168.88.1:8443');
    const connection = { from, localAddress: '192.168.88.1', connectedForMs: 5, hangUp() {} };
    return Promise.resolve(
      app.fetch(new Request(`http://192.168.88.1:8443${path}`, { ...rest, headers }), { connection }),
    );
  };
  const tokenOf = (scope: ScopeName): string =>
    parts.tokens.make({ name: scope, scope, by: 'test' })?.token ?? '';
  const login = (user: string, words = password, from?: string): Promise<Response> =>
    request('/api/v1/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({ user, password: words }),
      ...(from !== undefined && { from }),
    });
  const close = (): void => {
    parts.stream.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { app, parts, daemon, clock, defects, folder, request, tokenOf, login, close };
}

export type Site = Awaited<ReturnType<typeof openSite>>;
