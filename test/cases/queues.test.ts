import { describe, expect, it } from 'vitest';
import { parseMoment } from '../../src/walk/index.ts';
import { preparedCase, storyOf } from './read.ts';

const client = (src: '192.168.0.10' | '192.168.0.11') =>
  ({ in: 'ether4', src, dst: '8.8.8.8', srcPort: 40_000, dstPort: 443 }) as const;

/** Which queues take a client's packet. */
const queues = (
  file: string,
  more = '',
  src: Parameters<typeof client>[0] = '192.168.0.10',
  at?: string,
): string[] =>
  storyOf(
    preparedCase(file, more, { at: at === undefined ? undefined : parseMoment(at) }),
    client(src),
  ).lines.filter(text => text.startsWith('Queue '));

describe('simple queues', () => {
  it('a leaf below a parent that also fits → the leaf takes it', () => {
    expect(queues('queue-parent.rsc')).toEqual(['Queue c10 takes it (upload).']);
  });

  it('a parent without a fitting child → what happens is not established', () => {
    expect(queues('queue-parent.rsc', '', '192.168.0.11')).toEqual([
      'Queue total takes it (upload): it fits the queue and none of its children; what RouterOS does then is not established.',
    ]);
  });

  it('a child whose parent does not fit → passed by, the next takes it', () => {
    const more = '/queue simple\nset [find name=total] packet-marks=none-has-it\n';
    expect(queues('queue-parent.rsc', more)).toEqual(['Queue wanq takes it (download).']);
  });

  it('no target, but packet marks → by the marks, in both directions', () => {
    const file = 'queue-marks-no-target.rsc';
    expect(queues(file)).toEqual(['Queue vip takes it (upload and download: it has no target).']);
    expect(queues(file, '', '192.168.0.11')).toEqual(['Queue rest takes it (upload).']);
  });

  it('time= → while it lasts, else the next; at a moment only the one that is there', () => {
    const file = 'queue-marks-no-target.rsc';
    const more = '/queue simple\nset [find name=vip] time=8h-17h,mon\n';
    expect(queues(file, more)).toEqual([
      'Queue vip takes it (upload and download: it has no target), while time=8h-17h,mon lasts.',
      'Queue rest takes it (upload).',
    ]);
    expect(queues(file, more, '192.168.0.10', 'mon 09:00')).toHaveLength(1);
    expect(queues(file, more, '192.168.0.10', 'sun 09:00')).toEqual(['Queue rest takes it (upload).']);
  });
});

describe('PCQ', () => {
  it('a queue of type pcq → the line of this client, with its rate', () => {
    const more = `/queue type
add kind=pcq name=up pcq-classifier=src-address pcq-rate=512k
/queue simple
set [find name=total] queue=up/pcq-download-default
remove [find name=c10]
`;
    expect(queues('queue-parent.rsc', more)).toEqual([
      'Queue total takes it (upload), in the PCQ line of src-address 192.168.0.10 (type up), at most 512k each.',
    ]);
  });
});

describe('queue trees', () => {
  const tree = `/queue tree
add name=all parent=global max-limit=20M
add name=marked parent=all packet-mark=vip
add name=out parent=ether1 max-limit=5M
add name=elsewhere parent=ether2
`;

  it('the leaf of its packet mark in global, then that of the port it leaves by', () => {
    expect(queues('queue-marks-no-target.rsc', tree)).toEqual([
      'Queue tree marked (parent global) takes it.',
      'Queue vip takes it (upload and download: it has no target).',
      'Queue tree out (parent ether1) takes it.',
    ]);
  });

  it('without the mark → no leaf of global', () => {
    expect(queues('queue-marks-no-target.rsc', tree, '192.168.0.11')[0]).toBe(
      'Queue rest takes it (upload).',
    );
  });
});
