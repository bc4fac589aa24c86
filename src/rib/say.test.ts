import { describe, expect, it } from 'vitest';
import { noOrigin, type Origin } from '../model/index.ts';
import type { Language } from '../text/index.ts';
import { routeWords, whyText } from './say.ts';
import type { NamedRoute, Why } from './why.ts';

const line = (number: number): Origin => {
  const at = { line: number, column: 1, offset: 0 };
  return { ...noOrigin, span: { file: 'a.rsc', start: at, end: at } };
};
const rival: NamedRoute = { via: '10.0.0.1', distance: 1, source: 'static', origin: line(7) };
const tooHigh = {
  kind: 'scope-too-high',
  address: '8.8.8.8',
  destination: '8.8.8.8/32',
  origin: line(3),
} as const;

const cases: readonly Why[] = [
  { kind: 'disabled' },
  { kind: 'no-gateway' },
  { kind: 'another-preferred' },
  { kind: 'no-table', table: 'wan2' },
  { kind: 'table-without-fib', table: 'wan2' },
  { kind: 'own-address', address: '10.0.0.2' },
  { kind: 'no-interface', interface: 'ether9' },
  { kind: 'not-running', interface: 'ether1' },
  { kind: 'running', interface: 'ether1' },
  { kind: 'connected', address: '10.0.0.1', interfaces: ['ether1', 'ether2'] },
  { kind: 'recursive', address: '8.8.8.8', destination: '8.8.8.8/32' },
  { kind: 'led-into', address: '8.8.8.8', type: 'blackhole', destination: '8.0.0.0/8' },
  { kind: 'unresolved', address: '8.8.8.8', targetScope: 10 },
  { ...tooHigh, stated: 30, scope: 30, targetScope: 10 },
  { ...tooHigh, stated: 10, scope: 11, targetScope: 10 },
  { kind: 'silent', address: '10.0.0.1', method: 'arp' },
  {
    ...{ kind: 'host-route-down', gateway: { kind: 'disabled' }, origin: line(4) },
    host: { kind: 'not-running', interface: 'ether1' },
  },
  {
    kind: 'gateways',
    each: [
      { kind: 'running', interface: 'ether1' },
      { kind: 'running', interface: 'ether2' },
    ],
  },
  { kind: 'farther', distance: 2, rival },
  { kind: 'tie', rival, source: 'static', law: 'no-order' },
  { kind: 'tie', rival, source: 'dhcp', law: 'one-of-them' },
];

const said = (language: Language) => cases.map(why => whyText(why, language)).join('\n');

describe('whyText', () => {
  it('every reason, English → its sentence', () => {
    expect(said('en')).toMatchInlineSnapshot(`
      "It is disabled.
      The route names no gateway.
      Another route is preferred.
      There is no routing table wan2.
      Table wan2 has no fib: the kernel never looks into it.
      10.0.0.2 is this router itself.
      There is no interface ether9.
      ether1 is not running.
      ether1 is running.
      10.0.0.1 is on the network of ether1, ether2.
      8.8.8.8 is found through 8.8.8.8/32.
      The only route to 8.8.8.8 is the blackhole route 8.0.0.0/8.
      8.8.8.8 lies in no connected network, and no active route with scope 10 or less leads to it.
      8.8.8.8/32 (a.rsc:3) leads to 8.8.8.8, but its scope is 30, above this route's target-scope 10.
      8.8.8.8/32 (a.rsc:3) leads to 8.8.8.8, but RouterOS 7 counts its scope 10 as 11, since it is not above the target-scope of that route itself; this route's target-scope is 10.
      10.0.0.1 does not answer arp (check-gateway).
      It is disabled. Its host route (a.rsc:4) is down: ether1 is not running.
      ether1 is running. ether2 is running.
      Distance 2: 10.0.0.1 (a.rsc:7) has distance 1.
      Same distance as 10.0.0.1 (a.rsc:7): RouterOS promises no order; taken here: the first.
      Same distance as 10.0.0.1 (a.rsc:7): RouterOS uses one of them, not saying which; taken here: static before dhcp."
    `);
  });

  it('every reason, Indonesian → its sentence', () => {
    expect(said('id')).toMatchInlineSnapshot(`
      "Rute ini disabled.
      Rute ini tidak menyebut gateway.
      Rute lain didahulukan.
      Tabel routing wan2 tidak ada.
      Tabel wan2 tanpa fib: kernel tidak pernah memakainya.
      10.0.0.2 adalah router ini sendiri.
      Interface ether9 tidak ada.
      ether1 tidak running.
      ether1 running.
      10.0.0.1 ada di jaringan ether1, ether2.
      8.8.8.8 dicapai lewat 8.8.8.8/32 (recursive).
      Satu-satunya rute ke 8.8.8.8 adalah rute blackhole 8.0.0.0/8.
      8.8.8.8 tidak ada di jaringan mana pun yang terhubung langsung, dan tidak ada rute aktif dengan scope 10 atau kurang yang menuju ke sana.
      8.8.8.8/32 (a.rsc:3) menuju ke 8.8.8.8, tetapi scope-nya 30, di atas target-scope 10 rute ini.
      8.8.8.8/32 (a.rsc:3) menuju ke 8.8.8.8, tetapi RouterOS 7 menghitung scope 10 miliknya sebagai 11, karena tidak di atas target-scope rute itu sendiri; target-scope rute ini 10.
      10.0.0.1 tidak menjawab arp (check-gateway).
      Rute ini disabled. Rute host-nya (a.rsc:4) mati: ether1 tidak running.
      ether1 running. ether2 running.
      Distance 2: 10.0.0.1 (a.rsc:7) punya distance 1.
      Distance sama dengan 10.0.0.1 (a.rsc:7): RouterOS tidak menjanjikan urutan; yang dipakai di sini: yang pertama.
      Distance sama dengan 10.0.0.1 (a.rsc:7): RouterOS memakai salah satunya, tanpa menyebut yang mana; yang dipakai di sini: static sebelum dhcp."
    `);
  });

  it('the words of the list of routes', () => {
    expect(
      (['en', 'id'] as const).map(language => {
        const { notActive, via, inTable } = routeWords[language];
        return `${notActive} ${via}${inTable('wan2')}`;
      }),
    ).toEqual(['Not active: via in wan2', 'Tidak aktif: via di wan2']);
  });
});
