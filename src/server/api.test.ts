import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { operations } from './routes/index.ts';
import { documented, mistakesOf } from './testing/documented.ts';
import { officeText } from './testing/office.ts';
import { openSite, password, type Site } from './testing/site.ts';

const etag = `"${'a'.repeat(64)}"`;
const files = [{ file: 'office.rsc', text: officeText }];
const since = '2026-11-30T00:00:00.000Z';
const packet = { in: 'ether4', src: '192.168.0.10', dst: '8.8.8.8', dstPort: 'https' };

interface Example {
  readonly path?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One request of each operation, which is answered. A missing one is a type error. */
const examples: Readonly<Record<keyof typeof operations, readonly Example[]>> = {
  getStatus: [{}, { path: '?lang=id' }],
  getWans: [{ path: '?lang=id' }],
  takeWanDown: [{ path: '/ether1', body: { force: true } }],
  bringWanUp: [{ path: '/ether1', body: {} }],
  getInterfaces: [{ path: '?limit=1' }],
  getRoutes: [{}, { path: '?table=to_ISP1&lang=id' }],
  getFirewall: [{ path: '/mangle' }, { path: '/filter?chain=forward&limit=2' }],
  getConnections: [{ path: '?wan=ether1&port=443&sort=rate&q=8.8' }],
  getQueues: [{}],
  getLeases: [{}],
  getHealth: [{}],
  getEvents: [{}, { path: `?since=${since}` }],
  getJournal: [{ path: '?kinds=line,link&limit=10' }],
  getStream: [],
  getIncidents: [{}],
  getIncident: [{ path: '/ether2-20261130T023412Z' }],
  getReport: [{ path: `?since=${since}` }],
  getSeries: [{ path: `?wan=ether1&what=rtt,loss&since=${since}&step=10` }],
  getConfig: [{}],
  validateConfig: [
    { body: { files } },
    { body: { files: [{ file: 'a.rsc', text: '/ip route add gatway=1' }] } },
  ],
  planConfig: [
    { body: { files: [{ file: 'office.rsc', text: officeText.replace('distance=1', 'distance=3') }] } },
    { body: { files: [{ file: 'a.rsc', text: 'nothing' }], lang: 'id' } },
  ],
  applyConfig: [{ body: { files, confirmSeconds: 60 }, headers: { 'if-match': etag } }],
  confirmConfig: [{}, { body: { save: true } }],
  rollbackConfig: [{ body: {} }],
  reloadConfig: [{}],
  getConfigHistory: [{}],
  explain: [
    { body: { packet, reply: true } },
    { body: { texts: files, packet, engine: 'linux', lang: 'id', down: ['ether1'] } },
    { body: { packet, through: 'ether1', how: 'dead' } },
  ],
  prove: [{ body: {} }, { body: { texts: files, engine: 'linux' } }],
  spread: [{ body: { flows: 100, clients: 5, destinations: 10 } }],
  lint: [{ body: {} }, { body: { texts: files, severity: 'warning', lang: 'id' } }],
  convert: [{ body: { to: 'v6' } }, { body: { texts: files, to: 'yaml' } }],
  getLab: [{}],
  breakLab: [{ body: { fault: 'unplug', isp: 'ISP2' } }],
  repairLab: [{ body: {} }],
  letLabTraffic: [{ body: { on: true } }],
  getLabRun: [{}],
  runLabExperiment: [{ body: { experiment: 'balance' } }],
  cancelLabRun: [{}],
  login: [{ body: { user: 'admin', password } }],
  getSession: [{}],
  logout: [{}],
  // By a session alone: own-password.test.ts.
  changePassword: [],
  getSessions: [{}],
  endSession: [],
  getTokens: [{}],
  createToken: [{ body: { name: 'grafana', expiresInDays: 30 } }],
  revokeToken: [],
  getAudit: [{}],
};

describe('API: every operation', () => {
  let site: Site;
  let token: string;
  beforeAll(async () => {
    site = await openSite();
    token = site.tokenOf('admin');
  });
  afterAll(() => site.close());

  for (const one of documented) {
    for (const [i, { path = '', body, headers }] of (
      examples[one.operationId as keyof typeof examples] ?? []
    ).entries())
      it(`${one.operationId} ${i}: is answered as the document says`, { timeout: 60_000 }, async () => {
        const url = `${one.path.replace(/\/\{\w+\}/, path.replace(/\?.*$/, ''))}${/\?.*$/.exec(path)?.[0] ?? ''}`;
        const answer = await site.request(url, {
          method: one.method.toUpperCase(),
          headers: {
            authorization: `Bearer ${token}`,
            ...(body !== undefined && { 'content-type': 'application/json' }),
            ...headers,
          },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        });
        const said = await answer.json();
        expect({ status: answer.status, said }).toMatchObject({
          status: one.operationId === 'createToken' ? 201 : 200,
        });
        expect(mistakesOf(one, answer.status, answer.headers.get('content-type') ?? '', said)).toEqual([]);
        expect(answer.headers.get('cache-control')).toMatch(/no-store|no-cache/);
      });
  }

  it('apply, and a reload → the hash of what is in force now, for If-Match and for going back to it', async () => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'if-match': etag,
    };
    const answer = await site.request('/api/v1/config/apply', {
      ...{ method: 'POST', headers, body: JSON.stringify({ files, save: true }) },
    });
    expect(await answer.json()).toMatchObject({ accepted: true, hash: 'a'.repeat(64) });
    const reload = await site.request('/api/v1/config/reload', { method: 'POST', headers, body: '{}' });
    expect(await reload.json()).toMatchObject({ hash: 'a'.repeat(64) });
  });

  it.each(['confirm', 'rollback'])(
    '%s, and which one is meant → asked for that; a name of nothing → refused, nothing is asked',
    async what => {
      const send = (ifMatch: string) =>
        site.request(`/api/v1/config/${what}`, {
          ...{ method: 'POST', body: '{}' },
          headers: {
            ...{ authorization: `Bearer ${token}`, 'content-type': 'application/json', 'if-match': ifMatch },
          },
        });
      const asked = () => site.daemon.asked.filter(({ type }) => type === what).map(({ stated }) => stated);
      const before = asked().length;
      expect(await Promise.all([etag, `W/${etag}`, `"${'a'.repeat(64)}-hidden"`].map(send))).toMatchObject([
        { status: 200 },
        { status: 200 },
        { status: 200 },
      ]);
      expect(asked().slice(before)).toMatchObject([1, 2, 3].map(() => ({ ifHash: 'a'.repeat(64) })));
      expect((await send('"something"')).status).toBe(412);
      expect(asked()).toHaveLength(before + 3);
    },
  );

  it('the way of a connection of what runs → by the seed of this gateway: one way, not a chance of each line', async () => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const waysOf = async (more: object) => {
      const body = JSON.stringify({ packet: { ...packet, srcPort: 4000 }, ...more });
      const answer = await site.request('/api/v1/explain', { method: 'POST', headers, body });
      return ((await answer.json()) as { ways: { share: number }[] }).ways.map(({ share }) => share);
    };
    expect(await waysOf({})).toEqual([1]);
    expect(await waysOf({ engine: 'routeros' })).toEqual([0.5, 0.5]);
    expect(await waysOf({ texts: files })).toEqual([0.5, 0.5]);
  });

  it('the document itself → is given to whoever may read', async () => {
    const answer = await site.request('/api/v1/openapi.json', {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await answer.json()).toMatchObject({ openapi: '3.1.0' });
  });
});
