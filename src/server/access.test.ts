import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documented } from './testing/documented.ts';
import { openSite, password, type Site } from './testing/site.ts';

let site: Site;
beforeEach(async () => {
  site = await openSite();
});
afterEach(() => site.close());

const pathOf = (path: string): string => path.replaceAll(/\{\w+\}/g, 'x');
const own = { 'sec-fetch-site': 'same-origin' };

async function cookieOf(answer: Response): Promise<string> {
  expect(answer.status).toBe(200);
  return answer.headers.get('set-cookie')?.replace(/;.*$/, '') ?? '';
}

describe('access: nobody gets in', () => {
  for (const one of documented.filter(({ operationId }) => operationId !== 'login'))
    it(`${one.operationId}: nobody asks, or with what is none → 401, a problem, and the gateway is not asked`, async () => {
      const wrong = [
        {},
        { authorization: 'Bearer jalur_000000000000_' },
        { authorization: `Bearer jalur_000000000000_${'x'.repeat(43)}` },
        { authorization: 'Basic YWRtaW46YWRtaW4=' },
        { cookie: `jalur-session-8443=${'a'.repeat(32)}` },
      ];
      for (const headers of wrong) {
        const answer = await site.request(pathOf(one.path), {
          method: one.method.toUpperCase(),
          headers: { ...own, ...headers },
        });
        expect(answer.status).toBe(401);
        expect(answer.headers.get('content-type')).toBe('application/problem+json');
        expect(await answer.json()).toMatchObject({ status: 401, code: 'web/not-logged-in' });
      }
      expect(site.daemon.asked).toEqual([]);
    });

  it('the document → not without a login', async () => {
    expect((await site.request('/api/v1/openapi.json')).status).toBe(401);
  });

  it('scopes: whoever has less than is needed → 403, whoever has it → is not refused for it', async () => {
    const order = ['read', 'operate', 'admin'];
    for (const scope of ['read', 'operate', 'admin'] as const) {
      const authorization = `Bearer ${site.tokenOf(scope)}`;
      for (const one of documented.filter(
        ({ operationId }) => operationId !== 'getStream' && operationId !== 'login',
      )) {
        const answer = await site.request(pathOf(one.path), {
          method: one.method.toUpperCase(),
          headers: { authorization },
        });
        const isRefused = order.indexOf(scope) < order.indexOf(one['x-scope']);
        expect([one.operationId, scope, answer.status === 403]).toEqual([one.operationId, scope, isRefused]);
      }
    }
  }, 60_000);
});

describe('access: passwords', () => {
  it('the right one → a session by a cookie that scripts and other pages do not get', async () => {
    const answer = await site.login('operate');
    expect(answer.headers.get('set-cookie')).toMatch(
      /^jalur-session-8443=[\w-]{32}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+$/,
    );
    const session = await site.request('/api/v1/session', { headers: { cookie: await cookieOf(answer) } });
    expect(await session.json()).toMatchObject({
      user: 'operate',
      scope: 'operate',
      via: 'session',
      lab: true,
    });
  });

  it('with TLS → the cookie is of this host and for TLS alone', async () => {
    const secure = await openSite({ secure: true });
    expect((await secure.login('read')).headers.get('set-cookie')).toMatch(
      /^__Host-jalur-session-8443=.*; Secure$/,
    );
    secure.close();
  });

  it('a wrong one, or nobody of that name → the same answer', async () => {
    const [wrong, nobody] = [await site.login('admin', 'wrong'), await site.login('nobody', 'wrong')];
    expect([wrong.status, nobody.status]).toEqual([401, 401]);
    expect(await wrong.json()).toEqual(await nobody.json());
  });

  it('guesses → each further one waits twice as long, the right one too; another address does not wait', async () => {
    const waits: number[] = [];
    for (let i = 0; i < 14; i++) {
      const answer = await site.login('admin', `guess ${i}`, '10.0.0.9');
      if (answer.status === 401) continue;
      expect(answer.status).toBe(429);
      const { retryAfterSeconds } = (await answer.json()) as { retryAfterSeconds: number };
      expect(answer.headers.get('retry-after')).toBe(`${Math.ceil(retryAfterSeconds)}`);
      expect((await site.login('admin', password, '10.0.0.9')).status).toBe(429);
      waits.push(retryAfterSeconds);
      site.clock.ms += retryAfterSeconds * 1000;
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32]);
    expect((await site.login('admin', password, '10.0.0.10')).status).toBe(200);
  }, 60_000);

  it('guesses by many addresses of one IPv6 network → are one guesser', async () => {
    for (let i = 0; i < 3; i++) await site.login('admin', 'guess', `2001:db8:1:2::${i}`);
    expect((await site.login('admin', 'guess', '2001:db8:1:2:ffff::9')).status).toBe(429);
    expect((await site.login('admin', 'guess', '2001:db8:1:3::9')).status).toBe(401);
  });

  it('guesses side by side → are all counted', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => site.login('admin', 'guess')));
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(3);
  });

  it('somebody who has a password of his own → does not by that guess another one’s faster', async () => {
    const tries: number[] = [];
    for (let i = 0; i < 8; i++) {
      tries.push((await site.login('admin', `guess ${i}`)).status);
      await site.login('read');
    }
    expect(tries.filter(status => status === 401)).toHaveLength(3);
    expect((await site.login('read')).status).toBe(429);
  });

  it('a file of users that is broken, or that we may not read → a problem that says so, nobody gets in, no defect', async () => {
    const { writeFileSync } = await import('node:fs');
    const cookie = await cookieOf(await site.login('admin'));
    writeFileSync(site.parts.users.path, '{"v":1,"users":[{}]}');
    for (const answer of [
      await site.request('/api/v1/status', { headers: { cookie } }),
      await site.login('admin'),
    ])
      expect([answer.status, await answer.json()]).toMatchObject([503, { code: 'web/machine' }]);
    expect(site.defects.map(({ name }) => name)).toEqual(['EnvironmentError', 'EnvironmentError']);
  });

  it('a password is set anew, the session is idle, or is ended → it is over', async () => {
    const cookie = await cookieOf(await site.login('admin'));
    const status = async (): Promise<number> =>
      (await site.request('/api/v1/session', { headers: { cookie } })).status;
    expect(await status()).toBe(200);
    const { users } = site.parts.users.read();
    site.parts.users.write({
      v: 1,
      users: users.map(one => ({ ...one, changedAt: '2026-11-30T09:00:00.000Z' })),
    });
    expect(await status()).toBe(401);
    const again = await cookieOf(await site.login('admin'));
    site.clock.ms += 13 * 3_600_000;
    expect((await site.request('/api/v1/session', { headers: { cookie: again } })).status).toBe(401);
    const last = await cookieOf(await site.login('admin'));
    const out = await site.request('/api/v1/session', {
      method: 'DELETE',
      headers: { cookie: last, ...own },
    });
    expect(out.headers.get('set-cookie')).toContain('Max-Age=0');
    expect((await site.request('/api/v1/session', { headers: { cookie: last } })).status).toBe(401);
  });
});

describe('access: other pages', () => {
  const order = (headers: Record<string, string>) =>
    site.request('/api/v1/wans/ether1/down', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: '{}',
    });

  it('a cookie with a request of another page, or of nobody knows which → 403', async () => {
    const cookie = await cookieOf(await site.login('admin'));
    const foreign = [
      {},
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
      { origin: 'http://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'same-origin', origin: 'http://evil.example' },
    ];
    for (const headers of foreign) expect((await order({ cookie, ...headers })).status).toBe(403);
    expect(site.daemon.asked).toEqual([]);
    expect((await order({ cookie, ...own })).status).toBe(200);
    expect((await order({ cookie, origin: 'http://192.168.88.1:8443' })).status).toBe(200);
  });

  it('a login of another page → 403', async () => {
    const answer = await site.request('/api/v1/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' },
      body: JSON.stringify({ user: 'admin', password }),
    });
    expect(answer.status).toBe(403);
  });

  it('a form of another page cannot send what is taken → 415', async () => {
    const cookie = await cookieOf(await site.login('admin'));
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      '',
    ])
      expect((await order({ cookie, ...own, 'content-type': type })).status).toBe(415);
  });

  it('no answer allows another origin anything', async () => {
    const answer = await site.request('/api/v1/status', {
      method: 'OPTIONS',
      headers: { origin: 'http://evil.example' },
    });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    expect((await site.request('/api/v1/openapi.json', { method: 'DELETE' })).status).toBe(405);
    expect([...answer.headers.keys()].filter(name => name.startsWith('access-control'))).toEqual([]);
  });

  it('Host: ours by address or name → served; any other (DNS rebinding) → 421', async () => {
    const status = async (host: string): Promise<number> =>
      (await site.request('/api/v1/session', { headers: { host } })).status;
    for (const host of [
      '192.168.88.1',
      '192.168.88.1:8443',
      '192.168.88.1:9000',
      'gateway.lan:8443',
      'Gateway.LAN.',
    ])
      expect([host, await status(host)]).toEqual([host, 401]);
    for (const host of [
      'evil.example',
      'evil.example:8443',
      'localhost',
      '127.0.0.1',
      '10.10.10.254',
      '192.168.88.1.evil.example',
      '',
    ])
      expect([host, await status(host)]).toEqual([host, 421]);
  });
});

describe('access: tokens and the audit log', () => {
  it('a token → is shown once, kept as a hash, works until it is revoked or expires', async () => {
    const admin = { authorization: `Bearer ${site.tokenOf('admin')}` };
    const made = await site.request('/api/v1/tokens', {
      method: 'POST',
      headers: { ...admin, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'grafana', scope: 'read', expiresInDays: 1 }),
    });
    const { id, token } = (await made.json()) as { id: string; token: string };
    const kept = await import('node:fs').then(({ readFileSync, statSync }) => {
      const file = `${site.folder}/tokens.json`;
      return { text: readFileSync(file, 'utf8'), mode: statSync(file).mode & 0o777 };
    });
    expect(kept.mode).toBe(0o600);
    expect(kept.text).not.toContain(token.split('_')[2] ?? 'nothing');
    const status = async (): Promise<number> =>
      (await site.request('/api/v1/status', { headers: { authorization: `Bearer ${token}` } })).status;
    expect(await status()).toBe(200);
    expect(
      JSON.stringify(await (await site.request('/api/v1/tokens', { headers: admin })).json()),
    ).not.toContain(token);
    site.clock.ms += 86_400_001;
    expect(await status()).toBe(401);
    site.clock.ms -= 86_400_001;
    expect((await site.request(`/api/v1/tokens/${id}`, { method: 'DELETE', headers: admin })).status).toBe(
      200,
    );
    expect(await status()).toBe(401);
  });

  it('each change, and each try at one → is written down with who, from where, and what came of it; never a password', async () => {
    const admin = { authorization: `Bearer ${site.tokenOf('admin')}`, 'content-type': 'application/json' };
    await site.login('admin', 'a wrong password');
    await site.request('/api/v1/wans/ether1/down', {
      method: 'POST',
      headers: admin,
      body: '{"force":true}',
    });
    await site.request('/api/v1/config/apply', {
      method: 'POST',
      headers: { ...admin, authorization: `Bearer ${site.tokenOf('read')}` },
      body: '{}',
    });
    const log = await site.request('/api/v1/audit', { headers: admin });
    const { items } = (await log.json()) as { items: Record<string, unknown>[] };
    expect(
      items.map(({ who, via, from, action, detail, status }) => ({ who, via, from, action, detail, status })),
    ).toEqual([
      {
        who: 'read',
        via: 'token',
        from: '192.168.88.10',
        action: 'POST /api/v1/config/apply',
        detail: '',
        status: 403,
      },
      {
        who: 'admin',
        via: 'token',
        from: '192.168.88.10',
        action: 'POST /api/v1/wans/ether1/down',
        detail: 'force',
        status: 200,
      },
      {
        who: 'admin',
        via: 'login',
        from: '192.168.88.10',
        action: 'POST /api/v1/session',
        detail: 'admin',
        status: 401,
      },
    ]);
    expect(JSON.stringify(items)).not.toContain('wrong password');
  });

  it('a change that cannot be written down → is not made', async () => {
    const { rmSync, mkdirSync } = await import('node:fs');
    const authorization = `Bearer ${site.tokenOf('admin')}`;
    rmSync(site.parts.audit.path, { force: true });
    mkdirSync(site.parts.audit.path);
    const answer = await site.request('/api/v1/wans/ether1/down', {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: '{}',
    });
    expect([answer.status, await answer.json()]).toMatchObject([503, { code: 'web/machine' }]);
    expect(site.daemon.asked.filter(({ type }) => type === 'wan')).toEqual([]);
  });

  it('whoever may change nothing tries often and at length → what was changed stays in the log', async () => {
    const admin = { authorization: `Bearer ${site.tokenOf('admin')}`, 'content-type': 'application/json' };
    await site.request('/api/v1/wans/ether1/down', { method: 'POST', headers: admin, body: '{}' });
    const entry = { who: 'read', via: 'token', from: '', detail: 'x'.repeat(4000), status: 403 } as const;
    const { statSync } = await import('node:fs');
    for (let i = 0; i < 2100; i++) site.parts.audit.add({ ...entry, action: 'POST' }, true);
    const long = `/api/v1/wans/${'x'.repeat(10_000)}/down`;
    const read = { authorization: `Bearer ${site.tokenOf('read')}` };
    expect((await site.request(long, { method: 'POST', headers: read })).status).toBe(403);
    const [latest] = site.parts.audit.entries();
    expect(latest?.action.length).toBeLessThanOrEqual(256);
    expect(site.parts.audit.entries().filter(({ status }) => status === 200)).toHaveLength(1);
    expect(statSync(site.parts.audit.path).size).toBeLessThan(1000);
  });

  it('the log since a time → with those of its very second', async () => {
    const admin = { authorization: `Bearer ${site.tokenOf('admin')}`, 'content-type': 'application/json' };
    await site.request('/api/v1/wans/ether1/down', { method: 'POST', headers: admin, body: '{}' });
    const log = await site.request('/api/v1/audit?since=2026-11-30T08:00:00Z', { headers: admin });
    expect(await log.json()).toMatchObject({ total: 1 });
  });

  it('the gateway is told who asks', async () => {
    const admin = { authorization: `Bearer ${site.tokenOf('admin')}`, 'content-type': 'application/json' };
    await site.request('/api/v1/wans/ether1/down', { method: 'POST', headers: admin, body: '{}' });
    expect(site.daemon.asked.at(-1)).toMatchObject({
      type: 'wan',
      stated: { by: 'token admin from 192.168.88.10' },
    });
  });
});

describe('access: what every answer carries', () => {
  it('API and problems → nothing is kept, framed or run', async () => {
    for (const path of ['/api/v1/status', '/api/v1/nothing', '/nothing.js', '/']) {
      const { headers } = await site.request(path);
      expect(headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; script-src 'self'; style-src 'self';/,
      );
      expect(headers.get('content-security-policy')).not.toMatch(/unsafe|\*|http/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });

  it('secrets of the texts → are shown to whoever may apply alone', async () => {
    const textOf = async (scope: 'read' | 'operate' | 'admin') => {
      const answer = await site.request('/api/v1/config', {
        headers: { authorization: `Bearer ${site.tokenOf(scope)}` },
      });
      return { etag: answer.headers.get('etag'), text: await answer.text() };
    };
    const [read, operate, admin] = [await textOf('read'), await textOf('operate'), await textOf('admin')];
    expect(admin.text).toContain('hunter2');
    for (const { text, etag } of [read, operate]) {
      expect(text).not.toContain('hunter2');
      expect(etag).not.toBe(admin.etag);
    }
  });
});
