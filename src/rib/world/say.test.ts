import { describe, expect, it } from 'vitest';
import { noOrigin } from '../../model/index.ts';
import type { Language } from '../../text/index.ts';
import { assumed, type WorldAssumption } from './assumption.ts';
import { assumptionText, type Known, knownText } from './say.ts';
import type { Lease } from './world.ts';

const lease: Lease = {
  ...{ interface: 'ether1', address: { address: '10.0.0.2', length: 24 }, gateway: '10.0.0.1' },
  ...{ dns: [], leaseTime: 1 },
};
const line: Lease = { ...lease, interface: 'ppp1', address: { address: '10.0.0.2', length: 32 } };

const known: readonly Known[] = [
  { kind: 'seen' },
  { kind: 'bench', lease },
  { kind: 'stated', lease: { ...lease, gateway: undefined } },
  { kind: 'refused', lease, fault: { part: 'address', value: '10.0.0.2', why: 'no-host' } },
  { kind: 'left', lease, fault: { part: 'gateway', value: '', why: 'none' } },
  { kind: 'down', name: 'ether1' },
  { kind: 'dead', name: 'ether1' },
  { kind: 'dead-gateway', name: 'ether1' },
  { kind: 'unreachable', name: '10.0.0.1' },
];

const what = { en: 'It is called wan.', id: 'Namanya wan.' };
const pool = { en: 'It has a pool.', id: 'Ia punya pool.' };
const reason = { interface: 'ether1', what, origin: noOrigin } as const;
const role = (against?: typeof pool): WorldAssumption =>
  assumed.role({
    role: 'wan',
    reason: { ...reason, role: 'wan', kind: 'name' },
    against: against === undefined ? undefined : { ...reason, what: against, role: 'lan', kind: 'pool' },
    stated: ['ether1', 'ether2'],
  });

const assumptions: readonly WorldAssumption[] = [
  assumed.links(false),
  assumed.links(true),
  assumed.lease('lease', lease, noOrigin),
  assumed.lease('line', line, noOrigin),
  assumed.answers(noOrigin, false),
  assumed.answers(noOrigin, true),
  assumed.proxyArp('ether1', noOrigin),
  role(),
  role(pool),
];

const said = (language: Language): string =>
  [
    ...known.map(one => knownText(one, language)),
    ...assumptions.map(one => `${one.id}: ${assumptionText(one, language)}`),
  ].join('\n');

describe('what is known and what is assumed', () => {
  it('English → its sentence, with the option that settles it', () => {
    expect(said('en')).toMatchInlineSnapshot(`
      "As on this machine now.
      ether1 has 10.0.0.2/24, gateway 10.0.0.1, as topology.yaml says.
      ether1 has 10.0.0.2/24.
      Not used: ether1 has 10.0.0.2/24, gateway 10.0.0.1; its address 10.0.0.2 is no address that a host can have.
      Used in part: ether1 has 10.0.0.2/24, gateway 10.0.0.1; its gateway is missing: nothing but its own network is reached by it.
      ether1 is unplugged.
      Nothing behind ether1 answers, though its link is up.
      The next hop at ether1 is silent, though the link is up.
      10.0.0.1 does not answer.
      links: Assumed: all interfaces running (say otherwise with --down <interface>).
      links: Assumed: all other interfaces running (say otherwise with --down <interface>).
      lease:ether1: Assumed: ether1 has 10.0.0.2/24, gateway 10.0.0.1, by DHCP (say otherwise with --lease ether1=10.0.0.2/24,10.0.0.1).
      line:ppp1: Assumed: ppp1 has 10.0.0.2, peer 10.0.0.1, from its provider (say otherwise with --lease ppp1=10.0.0.2,10.0.0.1).
      answers: Assumed: every gateway that is checked answers (say otherwise with --unreachable <gateway>).
      answers: Assumed: every other gateway that is checked answers (say otherwise with --unreachable <gateway>).
      proxy-arp:ether1: Assumed: the provider at ether1 answers ARP for every address (proxy ARP), because a default route has the port itself as gateway; without that, nothing passes (say otherwise with gateway=<address>).
      role:ether1: Assumed: ether1 is a WAN. It is called wan (say otherwise with --wan ether1,ether2).
      role:ether1: Assumed: ether1 is a WAN. It is called wan. But: It has a pool (say otherwise with --wan ether1,ether2)."
    `);
  });

  it('Indonesian → its sentence, with the option that settles it', () => {
    expect(said('id')).toMatchInlineSnapshot(`
      "Seperti pada mesin ini sekarang.
      ether1 punya 10.0.0.2/24, gateway 10.0.0.1, menurut topology.yaml.
      ether1 punya 10.0.0.2/24.
      Tidak dipakai: ether1 punya 10.0.0.2/24, gateway 10.0.0.1; alamatnya 10.0.0.2 bukan alamat yang dapat dimiliki host.
      Dipakai sebagian: ether1 punya 10.0.0.2/24, gateway 10.0.0.1; gateway-nya tidak ada: hanya network-nya sendiri yang terjangkau lewatnya.
      Kabel ether1 dicabut.
      Tidak ada yang menjawab di belakang ether1, walaupun link-nya hidup.
      Gateway di ether1 tidak menjawab, walaupun link-nya hidup.
      10.0.0.1 tidak menjawab.
      links: Diasumsikan: semua interface running (ubah dengan --down <interface>).
      links: Diasumsikan: semua interface lain running (ubah dengan --down <interface>).
      lease:ether1: Diasumsikan: ether1 punya 10.0.0.2/24, gateway 10.0.0.1, dari DHCP (ubah dengan --lease ether1=10.0.0.2/24,10.0.0.1).
      line:ppp1: Diasumsikan: ppp1 punya 10.0.0.2, peer 10.0.0.1, dari ISP (ubah dengan --lease ppp1=10.0.0.2,10.0.0.1).
      answers: Diasumsikan: setiap gateway yang dicek menjawab (ubah dengan --unreachable <gateway>).
      answers: Diasumsikan: setiap gateway lain yang dicek menjawab (ubah dengan --unreachable <gateway>).
      proxy-arp:ether1: Diasumsikan: ISP di ether1 menjawab ARP untuk semua alamat (proxy ARP), karena rute default memakai port itu sendiri sebagai gateway; tanpa itu, tidak ada yang lewat (ubah dengan gateway=<address>).
      role:ether1: Diasumsikan: ether1 adalah WAN. Namanya wan (ubah dengan --wan ether1,ether2).
      role:ether1: Diasumsikan: ether1 adalah WAN. Namanya wan. Tetapi: Ia punya pool (ubah dengan --wan ether1,ether2)."
    `);
  });

  it('a lease with routes of its own → all of it in the option', () => {
    const routes = [{ destination: '10.9.0.0/16', gateway: '10.0.0.9' } as const];
    const { settle } = assumed.lease('lease', { ...lease, routes }, noOrigin);
    expect(settle).toBe('--lease ether1=10.0.0.2/24,10.0.0.1,10.9.0.0/16:10.0.0.9');
  });
});
