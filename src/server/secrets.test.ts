import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documented } from './testing/documented.ts';
import { officeText } from './testing/office.ts';
import { openSite, type Site } from './testing/site.ts';

// Passwords of the configuration that runs: whoever may not apply gets them by no operation, and whoever may is not led to put masks
// in their places.

const secret = 'hunter2';
const running = `${officeText}
/ppp secret add name=a password=${secret}
/interface pppoe-client add interface=ether3 name=pppoe-out1 user=u password=${secret}
/ip ipsec identity add secret=${secret}
/system script add name=s source="/tool e-mail set password=${secret}"
`;
const files = [{ file: 'office.rsc', text: officeText }];
const bodies: Readonly<Record<string, readonly object[]>> = {
  convert: ['v6', 'v7', 'yaml'].map(to => ({ to })),
  lint: [{}, { lang: 'id' }],
  prove: [{}],
  spread: [{ flows: 10, clients: 2, destinations: 2 }],
  explain: [{ packet: { src: '192.168.0.10', dst: '8.8.8.8' }, whyNot: 'all', reply: true }],
  planConfig: [{ files }, { files: [{ file: 'a.rsc', text: '/ppp secret add name=a password=other\n' }] }],
};

let site: Site;
beforeAll(async () => {
  site = await openSite();
  site.daemon.texts = { ...site.daemon.texts, texts: [{ file: 'office.rsc', text: running }] };
});
afterAll(() => site.close());

async function ask(id: string, scope: 'read' | 'operate' | 'admin', body?: object): Promise<string> {
  const one = documented.find(({ operationId }) => operationId === id);
  const answer = await site.request(one?.path.replace('{table}', 'filter') ?? '', {
    method: one?.method.toUpperCase() ?? 'GET',
    headers: { authorization: `Bearer ${site.tokenOf(scope)}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  expect([id, answer.status, text]).toEqual([id, 200, text]);
  return text;
}

describe('secrets of the configuration that runs', () => {
  for (const [id, all] of Object.entries(bodies))
    it(`${id}: read and operate → no password is in the answer`, { timeout: 60_000 }, async () => {
      for (const body of all)
        for (const scope of ['read', 'operate'] as const)
          expect(await ask(id, scope, body)).not.toContain(secret);
    });

  it('convert: admin → the text that a router would take, with its passwords', async () => {
    expect(await ask('convert', 'admin', { to: 'v6' })).toContain(secret);
  });

  it('firewall, status, routes, interfaces: read → none', async () => {
    for (const id of ['getFirewall', 'getStatus', 'getRoutes', 'getInterfaces'])
      expect(await ask(id, 'read')).not.toContain(secret);
  });

  it('a text that was made of the masked one → is not applied: the masks would become the passwords', async () => {
    const apply = async (scope: 'read' | 'admin') => {
      const config = await site.request('/api/v1/config', {
        headers: { authorization: `Bearer ${site.tokenOf(scope)}` },
      });
      return site.request('/api/v1/config/apply', {
        method: 'POST',
        headers: {
          authorization: `Bearer ${site.tokenOf('admin')}`,
          'content-type': 'application/json',
          'if-match': config.headers.get('etag') ?? '',
        },
        body: JSON.stringify({ files }),
      });
    };
    const masked = await apply('read');
    expect([masked.status, await masked.json()]).toMatchObject([412, { code: 'web/masked' }]);
    expect((await apply('admin')).status).toBe(200);
  });
});
