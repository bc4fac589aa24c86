import type { Context } from 'hono';
import { type Caller, isEnough } from './access/index.ts';
import type { Connection } from './connection.ts';
import type { Asking, Parts } from './context.ts';
import { checkOrigin, longestOther, longestTexts, readJson } from './guard/index.ts';
import { sessionIdOf } from './handlers/index.ts';
import { ApiProblem } from './problem.ts';
import type { Operation } from './routes/index.ts';
import { readAs } from './serve.ts';

type AnyHandler = (asking: Asking) => Promise<unknown>;

type Header = Asking['header'];
type AuditEntry = Parameters<Parts['audit']['add']>[0];

/** Who asks: by a token where one is given, else by the cookie of a session. `isUse`: a session is used by this. */
function callerOf(parts: Parts, header: Header, isUse = true): Caller | undefined {
  const said = header('authorization');
  if (said !== undefined) {
    const [, token = ''] = /^Bearer +([\w-]{1,128})$/i.exec(said) ?? [];
    const found = parts.tokens.find(token);
    return found && { name: found.name, scope: found.scope, via: 'token', expiresAt: found.expiresAt };
  }
  const id = sessionIdOf(parts, header('cookie'));
  const changedAt = (name: string) => parts.users.read().users.find(one => one.name === name)?.changedAt;
  return id === undefined ? undefined : parts.sessions.find(id, changedAt, isUse);
}

/** Whoever may not ask is refused before anything of what he sent is read. */
function admit({ needs }: Operation, who: Caller | undefined): void {
  if (needs === 'none') return;
  if (!who)
    throw new ApiProblem(
      401,
      'web/not-logged-in',
      'Nobody is logged in.',
      'POST /api/v1/session, or send a token (jalur token).',
    );
  if (isEnough(who.scope, needs)) return;
  throw new ApiProblem(
    403,
    'web/scope',
    `This needs the scope ${needs}; ${who.name} has ${who.scope}.`,
    'Ask somebody who may.',
  );
}

/** Is whoever began something long still who he was, with what it needs? A broken file of users is no reason to tell him more. */
function isStill({ needs }: Operation, was: Caller | undefined, look: () => Caller | undefined): boolean {
  if (needs === 'none') return true;
  try {
    const now = look();
    return now !== undefined && now.name === was?.name && isEnough(now.scope, needs);
  } catch {
    return false;
  }
}

/** Serves one operation. */
export function dispatch(
  parts: Parts,
  one: Operation,
  handler: AnyHandler,
  onTrouble: (error: Error) => void,
): (context: Context) => Promise<Response> {
  const longest = one.tag === 'config' || one.tag === 'questions' ? longestTexts : longestOther;
  return async context => {
    const { from, connectedForMs, hangUp } = connectionOf(context);
    const header = (name: string): string | undefined => context.req.header(name);
    const headers = new Headers({ 'cache-control': one.etag === 'gives' ? 'private, no-cache' : 'no-store' });
    let who: Caller | undefined;
    let detail = '';
    let status = 500;
    let answer: Response | undefined;
    try {
      who = callerOf(parts, header);
      admit(one, who);
      if (who?.via !== 'token') checkOrigin({ method: context.req.method, header });
      const query = readAs(one.query, context.req.query(), 'query');
      const params = readAs(one.params, context.req.param(), 'path');
      const body = one.body && readAs(one.body, await readJson(context.req.raw, longest), 'body');
      if (one.changes) parts.audit.open();
      const value = await handler({
        ...{ parts, query, params, body, who, from, connectedForMs, header, hangUp },
        isHead: context.req.method === 'HEAD',
        mayStill: () => isStill(one, who, () => callerOf(parts, header, false)),
        note: said => {
          detail = said;
        },
        set: (name, text) => headers.set(name, text),
      });
      answer = value instanceof Response ? value : jsonAnswer(value, one.status ?? 200);
      for (const [name, text] of headers) answer.headers.set(name, text);
      status = answer.status;
      return answer;
    } catch (error) {
      status = error instanceof ApiProblem ? error.status : 500;
      throw error;
    } finally {
      // Whoever is nobody could fill the log with what he never did, until what others did is gone.
      if (one.changes && (who || (one.id === 'login' && (status === 200 || status === 401)))) {
        const via = one.id === 'login' || !who ? 'login' : who.via;
        const action = `${one.method.toUpperCase()} ${context.req.path}`;
        const name = who?.name ?? (one.id === 'login' ? detail : '');
        const isTry = status >= 400 || one.path === '/session';
        const entry: AuditEntry = { who: name, via, from, action, detail, status };
        const isWritten = writeDown(parts.audit, entry, isTry, onTrouble);
        if (!isWritten && !isTry) sayUnwritten(parts, answer);
      }
    }
  };
}

/** False where it is not in the log. What was done is done, and answered as it is: the next change is refused before it is made. */
function writeDown(
  audit: Parts['audit'],
  entry: AuditEntry,
  isTry: boolean,
  onTrouble: (error: Error) => void,
): boolean {
  try {
    audit.add(entry, isTry);
    return true;
  } catch (error) {
    // Also a defect of ours: an answer that says less than what was done would be the worse one.
    onTrouble(error instanceof Error ? error : new Error(String(error)));
    return false;
  }
}

/** To whoever made the change, and as a condition to everybody. */
function sayUnwritten({ stream }: Parts, answer: Response | undefined): void {
  answer?.headers.set('jalur-audit', 'not-written');
  stream.tellStatus();
}

const jsonAnswer = (value: unknown, status: number): Response =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } });

const connectionOf = (context: Context): Connection =>
  (context.env as { readonly connection: Connection }).connection;
