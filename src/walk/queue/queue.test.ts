import { describe, expect, it } from 'vitest';
import { read } from '../../../test/walk/read.ts';
import { makePacket, newState, type PacketParts, type Trace, type WalkOptions, walk } from '../index.ts';

const base = { in: 'ether2', src: '192.168.0.10', dst: '8.8.8.8', srcPort: 40_000, dstPort: 443 } as const;

const send = (text: string, parts: Partial<PacketParts> = {}, options: Partial<WalkOptions> = {}): Trace =>
  walk(read(text, options), newState(), makePacket({ ...base, ...parts }));

/** Queues that a packet passes: their names, the simple ones with the direction, the others with their root. */
const queues = (...args: Parameters<typeof send>): readonly string[] =>
  send(...args).steps.flatMap(step => {
    if (step.kind === 'queued') return [`${step.queue.name} ${step.direction}`];
    return step.kind === 'queued-in-tree' ? [`${step.queue.name} in ${step.root}`] : [];
  });

const pcqOf = (...args: Parameters<typeof send>) =>
  send(...args).steps.flatMap(step => ('pcq' in step && step.pcq ? [step.pcq] : []));

describe('simple queues below others', () => {
  const nested = `/queue simple
add name=all target=192.168.0.0/24
add name=one target=192.168.0.10/32 parent=all
add name=far target=192.168.1.0/24 parent=all
`;

  it('a child that matches → before its parent; else the parent itself', () => {
    expect(queues(nested)).toEqual(['one upload']);
    expect(queues(nested, { src: '192.168.0.11' })).toEqual(['all upload']);
  });

  it('what the parent does not take → its child does not get', () => {
    expect(queues(nested, { src: '192.168.1.9' })).toEqual([]);
  });

  it('a queue with children → said', () => {
    const has = (parts: Partial<PacketParts>) =>
      send(nested, parts).steps.flatMap(step => (step.kind === 'queued' ? [step.hasChildren] : []));
    expect([has({}), has({ src: '192.168.0.11' })]).toEqual([[false], [true]]);
  });

  it('a parent that asks for a packet mark → binds its children', () => {
    const marked = nested.replace('target=192.168.0.0/24', 'target=192.168.0.0/24 packet-marks=m');
    const mark = '/ip firewall mangle\nadd chain=forward action=mark-packet new-packet-mark=m\n';
    expect([queues(marked), queues(marked + mark)]).toEqual([[], ['one upload']]);
  });

  it('no target but a peer → both directions', () => {
    const peer = '/queue simple\nadd name=q target="" dst=ether1\n';
    expect(queues(peer)).toEqual(['q both']);
    expect(queues(peer, { in: 'ether1', src: '9.9.9.9', dst: '192.168.0.10' })).toEqual(['q both']);
    expect(queues('/queue simple\nadd name=q target="" dst=ether4\n')).toEqual([]);
  });
});

describe('simple queues with hours', () => {
  const hours = '/queue simple\nadd name=day target=ether2 time=8h-17h,mon\nadd name=rest target=ether2\n';
  const monday = (hour: number) => ({ at: 86_400_000 + hour * 3_600_000 });

  it('a moment that is asked about → the queue of that moment', () => {
    const at = (hour: number) => queues(hours, {}, monday(hour));
    expect([at(7), at(8), at(16), at(17)]).toEqual([
      ['rest upload'],
      ['day upload'],
      ['day upload'],
      ['rest upload'],
    ]);
  });

  it('no moment → each that may take it, with its hours', () => {
    expect(queues(hours)).toEqual(['day upload', 'rest upload']);
    const during = send(hours).steps.flatMap(step => (step.kind === 'queued' ? [step.during] : []));
    expect(during).toEqual([{ from: 28_800_000, to: 61_200_000, days: ['mon'] }, undefined]);
  });
});

describe('queue trees', () => {
  const mark = '/ip firewall mangle\nadd chain=forward action=mark-packet new-packet-mark=m\n';

  it('global, then the interface it leaves by, and no other', () => {
    const text =
      '/queue tree\nadd name=g parent=global\nadd name=wan parent=ether1\nadd name=lan parent=ether2\n';
    expect(queues(text)).toEqual(['g in global', 'wan in ether1']);
    expect(queues(text, { in: 'ether1', src: '9.9.9.9', dst: '192.168.0.10' })).toEqual([
      'g in global',
      'lan in ether2',
    ]);
    expect(queues(text, { dst: '192.168.0.1' })).toEqual(['g in global']);
  });

  it('one that asks for the mark → before one that asks for none; leaves only', () => {
    const text =
      '/queue tree\nadd name=top parent=ether1\nadd name=any parent=top\nadd name=marked parent=top packet-mark=m\nadd name=other parent=top packet-mark=o\n';
    expect(queues(text)).toEqual(['any in ether1']);
    expect(queues(text + mark)).toEqual(['marked in ether1']);
    expect(queues(text.replace('add name=any parent=top\n', ''))).toEqual([]);
  });

  it('disabled → not there', () => {
    expect(queues('/queue tree\nadd name=g parent=global disabled=yes\n')).toEqual([]);
  });
});

describe('PCQ', () => {
  const type = (more: string) =>
    `/queue type\nadd name=mine ${more}\n/queue simple\nadd name=q target=ether2 queue=mine/mine\n`;

  it.each([
    ['src-address', 'src-address 192.168.0.10'],
    ['dst-address', 'dst-address 8.8.8.8'],
    ['src-port', 'src-port 40000'],
    ['dst-port', 'dst-port 443'],
    ['src-address,dst-port', 'src-address 192.168.0.10, dst-port 443'],
  ])('a classifier by %s → the line %s', (by, key) => {
    expect(pcqOf(type(`kind=pcq pcq-classifier=${by} pcq-rate=2M`))).toEqual([
      { type: 'mine', key, rate: 2_000_000 },
    ]);
  });

  it('no rate → 0; another kind or an unknown type → no line', () => {
    expect(pcqOf(type('kind=pcq pcq-classifier=src-address'))).toMatchObject([{ rate: 0 }]);
    expect(pcqOf(type('kind=sfq'))).toEqual([]);
    expect(pcqOf('/queue simple\nadd name=q target=ether2 queue=default-small/default-small\n')).toEqual([]);
  });

  it('the types that are there anyhow → by the direction of the packet', () => {
    const text = '/queue simple\nadd name=q target=ether2 queue=pcq-upload-default/pcq-download-default\n';
    expect(pcqOf(text)).toEqual([{ type: 'pcq-upload-default', key: 'src-address 192.168.0.10', rate: 0 }]);
    expect(pcqOf(text, { in: 'ether1', src: '9.9.9.9', dst: '192.168.0.10' })).toEqual([
      { type: 'pcq-download-default', key: 'dst-address 192.168.0.10', rate: 0 },
    ]);
  });

  it('in a tree → its type as well', () => {
    expect(pcqOf('/queue tree\nadd name=g parent=global queue=pcq-upload-default\n')).toMatchObject([
      { key: 'src-address 192.168.0.10' },
    ]);
  });
});
