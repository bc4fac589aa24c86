import {
  hashPassword,
  isPassword,
  nobodysPassword,
  type SessionFacts,
  sessionSeconds,
  type User,
  userNamed,
} from '../access/index.ts';
import type { Asking, Parts } from '../context.ts';
import { pageOf } from '../paging.ts';
import { ApiProblem } from '../problem.ts';
import type { operations } from '../routes/index.ts';
import type { Handler } from '../serve.ts';

type Ops = typeof operations;

/**
 * With TLS a name that browsers take from this very host and for TLS alone. Cookies are of all ports of a host: whoever logs in at the
 * pages of a lab stays logged in at those of the gateway beside it.
 */
export const cookieName = ({ secure, port }: Pick<Parts, 'secure' | 'port'>): string =>
  `${secure ? '__Host-' : ''}jalur-session-${port}`;

const cookie = (parts: Parts, value: string, seconds: number): string =>
  [
    `${cookieName(parts)}=${value}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Strict',
    `Max-Age=${seconds}`,
    ...(parts.secure ? ['Secure'] : []),
  ].join('; ');

/** So many passwords are tried at a time: each takes a tenth of a second of a core, and 32 MiB. */
const mostAtOnce = 2;
let trying = 0;

export const login: Handler<Ops['login']> = async asking => {
  const { parts, body, from, note } = asking;
  const { backOff, users } = parts;
  note(body.user);
  if (backOff.waitMs(from) === 0 && users.read().users.length === 0) throw noPassword();
  const user = await userWith(asking, body.user, body.password);
  if (!user)
    throw new ApiProblem(
      401,
      'web/wrong-password',
      'User or password is wrong.',
      'Try again; a new one is set by jalur passwd.',
    );
  begin(asking, user);
  return sessionView(parts, { name: user.name, scope: user.scope, via: 'session' });
};

/** The user of that name, if that is his password; throws where nobody may try now. */
async function userWith(
  { parts: { backOff, users }, from }: Pick<Asking, 'parts' | 'from'>,
  name: string,
  password: string,
): Promise<User | undefined> {
  const waitMs = backOff.waitMs(from);
  if (waitMs > 0) throw tooOften(waitMs);
  if (trying >= mostAtOnce) throw busy();
  // Counted before it is known to be wrong: guesses that are made side by side are all guesses.
  backOff.failed(from, name);
  trying += 1;
  const user = userNamed(users, name);
  const isRight = await isPassword(password, user?.password ?? nobodysPassword).finally(() => {
    trying -= 1;
  });
  if (!user || !isRight) return undefined;
  backOff.succeeded(from, name);
  return user;
}

function begin({ parts, from, set }: Pick<Asking, 'parts' | 'from' | 'set'>, user: User): void {
  const id = parts.sessions.begin(user.name, user.scope, user.changedAt, from);
  set('set-cookie', cookie(parts, id, sessionSeconds));
}

/** The old one is asked for: a browser that was left open is not its owner. */
export const changePassword: Handler<Ops['changePassword']> = async asking => {
  const { parts, body, who } = asking;
  const { name, via } = known(who);
  if (via !== 'session')
    throw new ApiProblem(403, 'web/session-only', 'A token has no password.', 'Log in, or use jalur passwd.');
  const before = await userWith(asking, name, body.old);
  if (!before)
    throw new ApiProblem(
      403,
      'web/wrong-password',
      'The old password is wrong.',
      'Try again; whoever has forgotten it sets a new one by jalur passwd.',
    );
  const password = await hashPassword(body.new);
  const { users } = parts.users.read();
  if (!users.some(one => one.name === name && one.changedAt === before.changedAt)) throw changedMeanwhile();
  const user = { ...before, password, changedAt: changedAfter(before, parts.now()) };
  parts.users.write({ v: 1, users: users.map(one => (one.name === name ? user : one)) });
  begin(asking, user);
  return { done: true };
};

/** Sessions are told apart by it, so it is never the same twice. */
const changedAfter = ({ changedAt }: User, nowMs: number): string =>
  new Date(Math.max(nowMs, Date.parse(changedAt) + 1)).toISOString();

const changedMeanwhile = (): ApiProblem =>
  new ApiProblem(409, 'web/changed-meanwhile', 'Somebody else changed this user meanwhile.', 'Log in again.');

/** An admin sees everybody's, a user his own; a token of a program is nobody's session. */
function visibleTo({ parts, who }: Pick<Asking, 'parts' | 'who'>): readonly SessionFacts[] {
  const { name, scope, via } = known(who);
  const all = parts.sessions.all(user => userNamed(parts.users, user)?.changedAt);
  if (scope === 'admin') return all;
  return via === 'session' ? all.filter(({ user }) => user === name) : [];
}

export const getSessions: Handler<Ops['getSessions']> = async asking => {
  const { parts, who, header, query } = asking;
  const id = who?.via === 'session' ? sessionIdOf(parts, header('cookie')) : undefined;
  const own = id === undefined ? undefined : parts.sessions.nameOf(id);
  const items = visibleTo(asking).map(one => ({ ...one, own: one.id === own }));
  return { at: new Date(parts.now()).toISOString(), ...pageOf(items, query) };
};

export const endSession: Handler<Ops['endSession']> = async asking => {
  const { parts, params, note } = asking;
  const found = visibleTo(asking).find(({ id }) => id === params.id);
  if (!found)
    throw new ApiProblem(404, 'web/no-session', 'There is no such session.', 'GET /sessions has them.');
  note(`${found.user} from ${found.from}`);
  parts.sessions.endNamed(found.id);
  return { done: true };
};

const tooOften = (waitMs: number): ApiProblem =>
  new ApiProblem(
    429,
    'web/too-often',
    'Too many wrong passwords came from this address.',
    `Wait ${Math.ceil(waitMs / 1000)} s, then try again.`,
    { retryAfterSeconds: waitMs / 1000 },
  );

const busy = (): ApiProblem =>
  new ApiProblem(429, 'web/too-often', 'Others log in at this moment.', 'Try again in a second.', {
    retryAfterSeconds: 1,
  });

const noPassword = (): ApiProblem =>
  new ApiProblem(
    409,
    'web/no-password',
    'No password is set yet.',
    'Set one on this machine: sudo jalur passwd.',
  );

const sessionView = (parts: Parts, { name, scope, via, expiresAt }: NonNullable<Asking['who']>) => ({
  ...{ user: name, scope, via, expiresAt },
  lab: parts.lab !== undefined,
});

/** Whoever got here is somebody. */
function known(who: Asking['who']): NonNullable<Asking['who']> {
  if (!who) throw new Error('an operation that needs somebody was reached by nobody');
  return who;
}

export const getSession: Handler<Ops['getSession']> = async ({ parts, who }) =>
  sessionView(parts, known(who));

export const logout: Handler<Ops['logout']> = async ({ parts, header, set }) => {
  const id = sessionIdOf(parts, header('cookie'));
  if (id !== undefined) parts.sessions.end(id);
  set('set-cookie', cookie(parts, '', 0));
  set('clear-site-data', '"cache", "storage"');
  return { done: true };
};

export function sessionIdOf(
  parts: Pick<Parts, 'secure' | 'port'>,
  cookies: string | undefined,
): string | undefined {
  const name = `${cookieName(parts)}=`;
  return cookies
    ?.split(/;\s*/)
    .find(one => one.startsWith(name))
    ?.slice(name.length);
}

export const getTokens: Handler<Ops['getTokens']> = async ({ parts, query }) => ({
  at: new Date(parts.now()).toISOString(),
  ...pageOf(parts.tokens.all(), query),
});

export const createToken: Handler<Ops['createToken']> = async ({ parts, body, who, note }) => {
  note(`${body.name} (${body.scope})`);
  const made = parts.tokens.make({ ...body, by: known(who).name });
  if (!made)
    throw new ApiProblem(409, 'web/too-many', 'There are too many tokens.', 'Remove one that nobody uses.');
  return { ...made.facts, token: made.token };
};

export const revokeToken: Handler<Ops['revokeToken']> = async ({ parts, params, note }) => {
  note(params.id);
  if (!parts.tokens.remove(params.id))
    throw new ApiProblem(404, 'web/no-token', 'There is no such token.', 'GET /tokens has them.');
  return { done: true };
};

export const getAudit: Handler<Ops['getAudit']> = async ({ parts, query }) => ({
  at: new Date(parts.now()).toISOString(),
  ...pageOf(parts.audit.entries(query.since), query),
});
