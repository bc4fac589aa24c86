import { mkdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSite, type Site } from './testing/site.ts';

let site: Site;
beforeEach(async () => {
  site = await openSite();
});
afterEach(() => site.close());

it('a change is made and cannot be written down any more → answered as done, said to be in no log, the next one waits until it is', async () => {
  const headers = { authorization: `Bearer ${site.tokenOf('admin')}`, 'content-type': 'application/json' };
  const down = () => site.request('/api/v1/wans/ether1/down', { method: 'POST', headers, body: '{}' });
  const open = async (): Promise<readonly { readonly code: string; readonly what: string }[]> => {
    const status = await (await site.request('/api/v1/status', { headers })).json();
    const { conditions } = status as { conditions: { code: string; what: string }[] };
    return conditions.filter(({ code }) => code === 'web/audit-not-written');
  };
  const ask = site.daemon.ask.bind(site.daemon);
  // The disk is taken away while the gateway does it.
  site.daemon.ask = (type, stated) => {
    if (type === 'wan' && !isGone) {
      isGone = true;
      rmSync(site.parts.audit.path, { force: true });
      mkdirSync(site.parts.audit.path);
    }
    return ask(type, stated);
  };
  let isGone = false;
  const done = await down();
  expect([done.status, done.headers.get('jalur-audit')]).toEqual([200, 'not-written']);
  expect(await open()).toMatchObject([{ what: expect.stringContaining('POST /api/v1/wans/ether1/down') }]);
  expect((await down()).status).toBe(503);
  expect(site.daemon.asked.filter(({ type }) => type === 'wan')).toHaveLength(1);

  rmdirSync(site.parts.audit.path);
  const next = await down();
  expect([next.status, next.headers.get('jalur-audit'), await open()]).toEqual([200, null, []]);
  const lines = readFileSync(site.parts.audit.path, 'utf8').split('\n').filter(Boolean);
  expect(lines.map(line => JSON.parse(line).status)).toEqual([200, 200]);
});
