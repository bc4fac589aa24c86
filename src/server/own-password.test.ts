import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSite, password, type Site } from './testing/site.ts';

let site: Site;
beforeEach(async () => {
  site = await openSite();
});
afterEach(() => site.close());

const cookieOf = (answer: Response): string => answer.headers.get('set-cookie')?.replace(/;.*$/, '') ?? '';
const loggedIn = async (user: string, from?: string): Promise<string> =>
  cookieOf(await site.login(user, password, from));

const ask = (method: string, path: string, headers: Record<string, string>, body?: unknown) =>
  site.request(`/api/v1${path}`, {
    method,
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
const next = 'a better horse battery';
const change = (cookie: string, old = password, words = next, more: Record<string, string> = {}) =>
  ask('POST', '/password', { cookie, ...more }, { old, new: words });
const isIn = async (cookie: string) => (await ask('GET', '/session', { cookie })).status === 200;

interface Listed {
  readonly items: readonly { id: string; user: string; from: string; own: boolean }[];
}
const listed = async (headers: Record<string, string>): Promise<Listed['items']> =>
  ((await (await ask('GET', '/sessions', headers)).json()) as Listed).items;

describe('the own password', () => {
  it('the old one is right → the new one opens, the old one does not, other sessions have ended', async () => {
    const [here, elsewhere] = [await loggedIn('operate'), await loggedIn('operate', '192.168.88.11')];
    const answer = await change(here);
    expect(answer.status).toBe(200);
    expect([await isIn(cookieOf(answer)), await isIn(here), await isIn(elsewhere)]).toEqual([
      true,
      false,
      false,
    ]);
    expect((await site.login('operate')).status).toBe(401);
    expect((await site.login('operate', next)).status).toBe(200);
    expect((await site.login('read')).status).toBe(200);
  });

  it('the old one is wrong → refused, slowed down like guesses, and nothing has changed', async () => {
    const cookie = await loggedIn('read');
    const statuses = [];
    for (let i = 0; i < 5; i++) statuses.push((await change(cookie, 'wrong')).status);
    expect([statuses[0], statuses.at(-1)]).toEqual([403, 429]);
    expect(await isIn(cookie)).toBe(true);
    site.clock.ms += 3_600_000;
    expect((await site.login('read')).status).toBe(200);
  });

  it('from another page, by a token, too short → refused', async () => {
    const cookie = await loggedIn('admin');
    expect((await change(cookie, password, next, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await change(cookie, password, 'short')).status).toBe(400);
    const authorization = `Bearer ${site.tokenOf('admin')}`;
    const byToken = await ask('POST', '/password', { authorization }, { old: password, new: next });
    expect([byToken.status, await byToken.json()]).toMatchObject([403, { code: 'web/session-only' }]);
    expect((await site.login('admin')).status).toBe(200);
  });

  it('is written down without either of them', async () => {
    await change(await loggedIn('admin'));
    const entries = site.parts.audit.entries().filter(({ action }) => action.endsWith('/password'));
    expect(entries).toMatchObject([{ who: 'admin', via: 'session', status: 200 }]);
    expect(JSON.stringify(entries)).not.toMatch(/horse/);
  });
});

describe('sessions', () => {
  it('a user sees and ends his own alone; an admin everybody’s; a token of a program none', async () => {
    const [reader, operator, admin] = [
      await loggedIn('read'),
      await loggedIn('operate'),
      await loggedIn('admin'),
    ];
    const other = await loggedIn('read', '192.168.88.11');
    const own = await listed({ cookie: reader });
    expect(own.map(one => [one.user, one.from, one.own]).sort()).toEqual([
      ['read', '192.168.88.10', true],
      ['read', '192.168.88.11', false],
    ]);
    expect((await listed({ cookie: admin })).length).toBe(4);
    expect(await listed({ authorization: `Bearer ${site.tokenOf('read')}` })).toEqual([]);
    const [theirs] = (await listed({ cookie: operator })).map(one => one.id);
    expect((await ask('DELETE', `/sessions/${theirs}`, { cookie: reader })).status).toBe(404);
    const elsewhere = own.find(one => !one.own)?.id;
    expect((await ask('DELETE', `/sessions/${elsewhere}`, { cookie: reader })).status).toBe(200);
    expect([await isIn(other), await isIn(reader), await isIn(operator)]).toEqual([false, true, true]);
    expect((await ask('DELETE', `/sessions/${theirs}`, { cookie: admin })).status).toBe(200);
    expect(await isIn(operator)).toBe(false);
  });

  it('what is listed opens nothing', async () => {
    const cookie = await loggedIn('admin');
    const [one] = await listed({ cookie });
    expect(await isIn(`jalur-session=${one?.id}`)).toBe(false);
    expect(cookie).not.toContain(one?.id);
  });
});
