import { describe, expect, it } from 'vitest';
import { read } from '../../../test/walk/read.ts';
import { makePacket, newState, type PacketParts, type Prepared, type Trace, walk } from '../index.ts';

const base = { in: 'ether2', src: '192.168.0.10', dst: '8.8.8.8', srcPort: 40_000, dstPort: 443 } as const;

/** A walk in which every question is answered so; what was asked is noted. */
function send(
  prepared: Prepared,
  answer: number,
  parts: Partial<PacketParts> = {},
  asked: unknown[] = [],
): Trace {
  const state = newState();
  state.choose = (point, size, about) => {
    asked.push([prepared.points[point]?.key, size, about?.()]);
    return answer;
  };
  return walk(prepared, state, makePacket({ ...base, ...parts }));
}

describe('a hotspot', () => {
  const hotspot = (more = '', rules = '') =>
    read(`/ip hotspot\nadd name=h interface=ether2 ${more}\n${rules}`);
  const [in_, out] = [0, 1];

  it.each<[string, Partial<PacketParts>, string, string]>([
    ['web', {}, 'forwarded', 'held-back'],
    ['ping', { protocol: 'icmp' }, 'forwarded', 'forwarded'],
    ['DNS', { protocol: 'udp', dstPort: 53 }, 'forwarded', 'forwarded'],
    ['from elsewhere', { in: 'ether1', src: '10.0.0.9', dst: '192.168.0.10' }, 'forwarded', 'forwarded'],
  ])('%s → logged in: %3$s', (_, parts, logged, not) => {
    expect(send(hotspot(), in_, parts).ending.kind).toBe(logged);
    expect(send(hotspot(), out, parts).ending.kind).toBe(not);
  });

  it('a client → asked once for all its packets', () => {
    const asked: unknown[] = [];
    send(hotspot(), out, {}, asked);
    expect(asked).toEqual([['hotspot', 2, { same: expect.stringMatching(/^hotspot behind \d+$/) }]]);
  });

  it.each(['disabled=yes'])('%s → nobody is held back', more => {
    expect(send(hotspot(more), out).ending.kind).toBe('forwarded');
  });

  it.each([
    ['from-client', 'dropped', 'held-back'],
    ['!from-client', 'forwarded', 'held-back'],
    ['to-client', 'forwarded', 'held-back'],
    ['auth', 'dropped', 'held-back'],
    ['!auth', 'forwarded', 'held-back'],
    ['from-client,auth', 'dropped', 'held-back'],
  ])('hotspot=%s → logged in: %s, else %s', (states, logged, not) => {
    const prepared = hotspot('', `/ip firewall filter\nadd chain=forward hotspot=${states} action=drop\n`);
    expect([send(prepared, in_).ending.kind, send(prepared, out).ending.kind]).toEqual([logged, not]);
  });

  it.each([
    ['to-client', 'dropped'],
    ['from-client', 'forwarded'],
    ['auth', 'dropped'],
    ['!auth', 'forwarded'],
  ])('to a client that has logged in, hotspot=%s → %s', (states, ending) => {
    const prepared = hotspot('', `/ip firewall filter\nadd chain=forward hotspot=${states} action=drop\n`);
    const back = { in: 'ether1', src: '10.0.0.9', dst: '192.168.0.10' } as const;
    expect(send(prepared, in_, back).ending.kind).toBe(ending);
  });
});

describe('an IPsec policy', () => {
  const policy = (more: string, rules = '') => read(`/ip ipsec policy\nadd ${more}\n${rules}`);
  const tunnel = 'tunnel=yes src-address=192.168.0.8/29 dst-address=8.8.8.0/24 peer=p';
  const [none, ipsec] = [0, 1];

  it.each<[string, string, Partial<PacketParts>]>([
    // The office masquerades before the policy is asked.
    ['leaked', 'src-address=10.0.0.2 dst-address=8.8.8.8', {}],
    ['encrypted', 'src-address=10.0.0.2 dst-address=8.8.8.8', {}],
  ])('%s: an address without a length → a host', (kind, selector, parts) => {
    const answer = kind === 'encrypted' ? ipsec : none;
    expect(send(policy(`tunnel=yes ${selector} peer=p`), answer, parts).ending.kind).toBe(
      kind === 'encrypted' ? 'encrypted' : 'forwarded',
    );
    expect(
      send(policy(`tunnel=yes ${selector.replace('8.8.8.8', '8.8.8.9')} peer=p`), ipsec, parts).ending.kind,
    ).toBe('forwarded');
  });

  const drops = (direction: string, more = tunnel) =>
    policy(more, `/ip firewall filter\nadd chain=forward ipsec-policy=${direction} action=drop\n`);

  it.each<[string, Partial<PacketParts>, boolean, boolean]>([
    ['out,ipsec', { src: '192.168.0.8' }, true, false],
    ['out,ipsec', { src: '192.168.0.15', dst: '8.8.8.255' }, true, false],
    ['out,ipsec', { src: '192.168.0.7' }, false, false],
    ['out,ipsec', { src: '192.168.0.16' }, false, false],
    ['out,ipsec', { dst: '8.8.9.0' }, false, false],
    ['out,none', {}, false, true],
    ['!out,none', {}, true, false],
    ['in,ipsec', {}, false, false],
    ['in,ipsec', { in: 'ether1', src: '8.8.8.8', dst: '192.168.0.10' }, true, false],
    ['in,none', { in: 'ether1', src: '8.8.8.8', dst: '192.168.0.10' }, false, true],
  ])('ipsec-policy=%s, %j → with its tunnel %s, without %s', (direction, parts, up, down) => {
    const prepared = drops(direction);
    const dropped = (answer: number) => send(prepared, answer, parts).ending.kind === 'dropped';
    expect([dropped(ipsec), dropped(none)]).toEqual([up, down]);
  });

  it.each([
    ['template=yes', false],
    ['disabled=yes', false],
    ['action=none', false],
    ['action=encrypt', true],
    ['', true],
  ])('%s → can take packets: %s', (more, can) => {
    expect(send(drops('out,ipsec', `${tunnel} ${more}`), ipsec).ending.kind === 'dropped').toBe(can);
  });

  it('a policy between networks of IPv6 → takes no packet of IPv4', () => {
    const policies = drops('out,ipsec', 'src-address=2001:db8:1::/64 dst-address=2001:db8:2::/64 peer=p');
    expect(send(policies, ipsec).ending.kind).toBe('forwarded');
  });

  it.each([
    ['generate-policy=port-strict', true],
    ['generate-policy=no', false],
    ['', false],
  ])('an identity with %s → may bring policies: %s', (more, can) => {
    const prepared = read(
      `/ip ipsec identity\nadd peer=p ${more}\n/ip firewall filter\nadd chain=forward ipsec-policy=out,ipsec action=drop\n`,
    );
    expect(send(prepared, ipsec).ending.kind === 'dropped').toBe(can);
  });

  it('what leaves and its answer → one question', () => {
    const asked: unknown[] = [];
    send(drops('out,ipsec'), none, {}, asked);
    expect(asked[0]).toEqual(['ipsec', 2, { same: 'ipsec true' }]);
    const coming: unknown[] = [];
    send(drops('in,ipsec'), none, { in: 'ether1', src: '8.8.8.8', dst: '192.168.0.10' }, coming);
    expect(coming[0]).toEqual(['ipsec', 2, { same: 'ipsec false' }]);
  });
});
