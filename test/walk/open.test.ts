import { describe, expect, it } from 'vitest';
import {
  answersText,
  makePacket,
  type PossibilityOptions,
  possibilities,
  type WalkOptions,
} from '../../src/walk/index.ts';
import { read } from './read.ts';

const web = makePacket({ in: 'ether2', src: '192.168.0.10', dst: '8.8.8.8', srcPort: 40_000, dstPort: 443 });

/** How a web packet can end behind these rules of filter forward: by condition, then by ending. */
function waysOf(rules: string, options: Partial<WalkOptions> = {}, more: PossibilityOptions = {}) {
  const { scenarios, points, complete } = possibilities(
    read(`/ip firewall filter\n${rules}`, options),
    web,
    more,
  );
  return {
    complete,
    points: points.map(({ id, settle }) => [id, settle]),
    ways: scenarios.map(({ conditions, ways }) => [
      conditions.map(({ point, choice }) => `${point.kind}=${point.choices[choice]}`).join(' '),
      ways.map(({ trace }) => trace.ending.kind).join(' '),
    ]),
  };
}

const certain = (ending: string) => ({ complete: true, points: [], ways: [['', ending]] });

describe('what is open', () => {
  it('content → both ways, with the point, its line and what settles it', () => {
    expect(waysOf('add chain=forward content=secret action=drop\n')).toEqual({
      complete: true,
      points: [['content@office.rsc:9', ['--assume content=no', '--assume content=yes']]],
      ways: [
        ['content=no', 'forwarded'],
        ['content=yes', 'dropped'],
      ],
    });
  });

  it('negated → the other way round', () => {
    const { ways } = waysOf('add chain=forward content=!secret action=drop\n');
    expect(ways).toEqual([
      ['content=no', 'dropped'],
      ['content=yes', 'forwarded'],
    ]);
  });

  it('the same asked twice of one packet → one answer', () => {
    const { ways } = waysOf(
      'add chain=forward content=secret action=accept\nadd chain=forward content=!secret action=accept\nadd chain=forward action=drop\n',
    );
    expect(ways).toEqual([['', 'forwarded']]);
  });

  it('settled for one line → no question there', () => {
    const rules = 'add chain=forward content=secret action=drop\n';
    expect(waysOf(rules, { assume: { content: 'yes' } })).toEqual(certain('dropped'));
    expect(waysOf(rules, { assume: { 'content@9': 'no' } })).toEqual(certain('forwarded'));
    expect(waysOf(rules, { assume: { 'content@8': 'no' } }).ways).toHaveLength(2);
  });

  it('drawn by a given boot-time number → what is open stays open', () => {
    const { ways } = waysOf('add chain=forward content=secret action=drop\n', {}, { drawn: true });
    expect(ways).toHaveLength(2);
  });
});

describe('random', () => {
  it('random=30 → three of ten', () => {
    const prepared = read('/ip firewall filter\nadd chain=forward random=30 action=drop\n');
    const [scenario] = possibilities(prepared, web).scenarios;
    expect(scenario?.ways.map(({ trace, share }) => [trace.ending.kind, share])).toEqual([
      ['forwarded', expect.closeTo(0.7, 9)],
      ['dropped', expect.closeTo(0.3, 9)],
    ]);
  });
});

describe('answers in one sentence', () => {
  const answer = (rules: string) => {
    const prepared = read(`/ip firewall filter\n${rules}`);
    return answersText(prepared, possibilities(prepared, web), 'en').join('\n');
  };

  it('one point → says on what it depends, and both ways', () => {
    expect(answer('add chain=forward content=secret action=drop\n')).toBe(
      'It depends on content=secret at office.rsc:9: where it does not match, it leaves by ether1 as 10.0.0.2; where it matches, it is dropped by the filter rule of chain forward (office.rsc:9).',
    );
  });

  it('two points → each condition is named', () => {
    const said = answer(
      'add chain=forward content=secret action=drop\nadd chain=forward limit=5,5:packet action=drop\n',
    );
    expect(said).toContain(
      'depends on content=secret at office.rsc:9 and limit=5,5:packet at office.rsc:10:',
    );
    expect(said).toContain(
      'where content=secret does not match and above limit=5,5:packet, it leaves by ether1',
    );
  });
});

describe('limits', () => {
  it.each([
    ['limit=5,5:packet', 'limit', 'dropped', 'forwarded'],
    ['dst-limit=5,5,dst-address', 'dst-limit', 'dropped', 'forwarded'],
    ['connection-limit=5,32', 'connection-limit', 'forwarded', 'dropped'],
  ])('%s → below and above', (matcher, kind, below, above) => {
    expect(waysOf(`add chain=forward ${matcher} action=drop\n`).ways).toEqual([
      [`${kind}=below`, below],
      [`${kind}=above`, above],
    ]);
  });

  it.each([
    ['connection-bytes=1000-0', 'forwarded'],
    ['connection-bytes=0-1000', 'dropped'],
    ['connection-rate=100k-1M', 'forwarded'],
    ['connection-rate=0-100k', 'dropped'],
  ])('%s: the first packet of a connection → certain', (matcher, ending) => {
    expect(waysOf(`add chain=forward ${matcher} action=drop\n`)).toEqual(certain(ending));
  });
});

describe('time', () => {
  const office = 'add chain=forward time=8h-17h,mon,tue,wed,thu,fri action=drop\n';
  const monday = 86_400_000;

  it('every moment → certain', () => {
    const always = 'add chain=forward time=0s-1d,sun,mon,tue,wed,thu,fri,sat action=drop\n';
    expect(waysOf(always)).toEqual(certain('dropped'));
  });

  it('office hours → depends on the moment; settled by one', () => {
    expect(waysOf(office)).toMatchObject({
      points: [['time@office.rsc:9', ['--at "sun 00:00"', '--at "mon 08:00"']]],
      ways: [
        ['time=sun 00:00', 'forwarded'],
        ['time=mon 08:00', 'dropped'],
      ],
    });
    expect(waysOf(office, { at: monday + 14 * 3_600_000 })).toEqual(certain('dropped'));
    expect(waysOf(office, { at: monday + 17 * 3_600_000 })).toEqual(certain('forwarded'));
  });

  it('over midnight → belongs to the day on which it began', () => {
    const night = 'add chain=forward time=22h-6h,mon action=drop\n';
    expect(waysOf(night, { at: 2 * monday + 3_600_000 })).toEqual(certain('dropped'));
    expect(waysOf(night, { at: monday + 3_600_000 })).toEqual(certain('forwarded'));
  });

  it('two rules that exclude each other → never both', () => {
    const day = 'add chain=forward time=6h-18h action=accept\nadd chain=forward time=18h-6h action=accept\n';
    expect(waysOf(`${day}add chain=forward action=drop\n`)).toEqual(certain('forwarded'));
  });
});

describe('ipsec-policy', () => {
  const drop = 'add chain=forward ipsec-policy=out,ipsec action=drop\n';
  const policy = (more: string): string => `/ip ipsec policy\nadd dst-address=8.8.8.0/24 ${more}\n`;

  it('no policy in the text → none', () => expect(waysOf(drop)).toEqual(certain('forwarded')));

  it('a policy that could take the packet → depends', () => {
    expect(waysOf(`${drop}${policy('peer=office tunnel=yes')}`).ways).toEqual([
      ['ipsec=none', 'forwarded'],
      ['ipsec=ipsec', 'dropped'],
    ]);
  });

  it.each(['disabled=yes', 'template=yes', 'src-address=10.9.0.0/16'])('a policy with %s → none', more => {
    expect(waysOf(`${drop}${policy(more)}`)).toEqual(certain('forwarded'));
  });
});

describe('hotspot', () => {
  const drop = 'add chain=forward hotspot=!auth action=drop\n';

  it('no server in the text → no packet has a state', () => {
    expect(waysOf('add chain=forward hotspot=auth action=drop\n')).toEqual(certain('forwarded'));
  });

  it('a server → depends', () => {
    expect(waysOf(`${drop}/ip hotspot\nadd interface=ether2 name=guests\n`).ways).toHaveLength(2);
  });
});

describe('rules whose match changes nothing', () => {
  it.each([
    'add chain=forward limit=1,5:packet action=log',
    'add chain=forward content=x action=passthrough',
    'add chain=forward content=x action=add-src-to-address-list address-list=seen',
    'add chain=forward content=x action=accept',
    'add chain=forward content=x action=jump jump-target=more\nadd chain=more action=log',
  ])('%s → no fork', rules => {
    expect(waysOf(`${rules}\n`)).toEqual(certain('forwarded'));
    const many = Array.from({ length: 20 }, () => rules).join('\n');
    expect(waysOf(`${many}\n`).complete).toBe(true);
  });

  it('a list that a later rule reads → a fork', () => {
    const { ways } = waysOf(
      'add chain=forward content=x action=add-src-to-address-list address-list=seen\nadd chain=forward src-address-list=seen action=drop\n',
    );
    expect(ways).toHaveLength(2);
  });

  it('a mark that a later rule reads → a fork; one that nobody reads → none', () => {
    const mark = '/ip firewall mangle\nadd chain=prerouting content=x action=mark-packet new-packet-mark=x\n';
    expect(waysOf(mark).ways).toHaveLength(1);
    expect(waysOf(`add chain=forward packet-mark=x action=drop\n${mark}`).ways).toHaveLength(2);
  });

  it('more ways than are walked → said', () => {
    const one = (i: number) =>
      `add chain=forward limit=${i + 1},5:packet action=add-src-to-address-list address-list=l${i}\nadd chain=forward src-address-list=l${i} protocol=udp action=drop\n`;
    expect(waysOf(Array.from({ length: 13 }, (_, i) => one(i)).join('')).complete).toBe(false);
  });
});
