import { describe, expect, it } from 'vitest';
import { decided, line, oneOutage, past, started } from '../testing.ts';
import { incidentsOf } from './incidents.ts';
import { lostPackets, storyText } from './story.ts';

const until = '2026-11-30T03:00:00.000Z';
const [incident] = incidentsOf(oneOutage, until);
if (!incident) throw new Error('no incident');

const texts = { lasting: (ms: number) => `${Math.round(ms / 1000)} s`, ms: (ms: number) => `${ms} ms` };

describe('incidentsOf', () => {
  it('a line falls and returns → one incident with what was decided, moved and when it was back', () => {
    expect(incident).toMatchObject({
      ...{ id: 'ether2-20261130T023412Z', line: 'ether2', causes: ['upstream'], downMs: 252_055 },
      ...{ from: '2026-11-30T02:34:12.345Z', until: '2026-11-30T02:38:24.400Z' },
      flows: { reset: 13, begunAnew: 30 },
      decision: { durationMs: 43, steps: { waited: 1, decided: 2, applied: 40 } },
      back: { durationMs: 20 },
      unseen: { start: false, end: false },
    });
  });

  it('its cause changes while it is down → one incident, both causes; another line → its own', () => {
    const found = incidentsOf(
      past(
        ['02:00:00.000', 'a', line('up')],
        ['02:01:00.000', 'b', line('down', { cause: 'upstream' })],
        ['02:01:30.000', 'c', line('down', { line: 'ether1', cause: 'forced' })],
        ['02:02:00.000', 'd', line('down', { cause: 'carrier' })],
        ['02:03:00.000', 'e', line('degraded', { cause: 'loss' })],
      ),
      until,
    );
    expect(found.map(one => [one.line, one.causes, one.downMs, one.until !== undefined])).toEqual([
      ['ether2', ['upstream', 'carrier'], 120_000, true],
      ['ether1', ['forced'], 3_510_000, false],
    ]);
  });

  it('the gateway is killed while a line is down, and started again → one incident, whose end nobody saw', () => {
    const events = [
      ['02:00:00.000', 'a', line('up')],
      ['02:01:00.000', 'b', line('down', { cause: 'upstream' })],
      ['02:10:00.000', 'c', started],
      ['02:10:01.000', 'd', line('up')],
    ] as const;
    expect(incidentsOf(past(...events), until)).toMatchObject([
      { downMs: 541_000, unseen: { start: false, end: true } },
    ]);
  });

  it('a line that is down at the first start → nobody saw when it began', () => {
    const found = incidentsOf(
      past(['02:00:00.000', 'a', started], ['02:00:01.000', 'b', line('down')]),
      until,
    );
    expect(found).toMatchObject([{ causes: [], unseen: { start: true, end: false }, until: undefined }]);
  });

  it('a line is down for the first moments of a run → no incident; of another run, its correlation tells', () => {
    const events = past(
      ['02:00:00.000', 'run1-1', line('down', { cause: 'carrier' })],
      ['02:00:02.000', 'run1-5', line('up')],
      ['02:10:00.000', 'run2-1', line('down', { cause: 'carrier' })],
      ['02:10:02.000', 'run2-5', line('up')],
      ['02:20:00.000', 'run2-9', line('down', { cause: 'carrier' })],
      ['02:20:02.000', 'run2-11', line('up')],
    );
    expect(incidentsOf(events, until).map(({ from }) => from)).toEqual(['2026-11-30T02:20:00.000Z']);
  });

  it('decisions of something else → not of this incident', () => {
    const found = incidentsOf(
      past(['02:00:00.000', 'a', line('down')], ['02:00:00.100', 'b', decided('lease of ether1', ['add x'])]),
      until,
    );
    expect(found[0]?.decision).toBeUndefined();
  });
});

describe('story', () => {
  it('English → cause, detection, loss, decision, who moved, when it was back', () => {
    const text = storyText(incident, { ...texts, language: 'en', packetsPerSecond: 1000 });
    expect(text).toBe(`Incident ether2-20261130T023412Z
ether2 was down for 252 s: nothing behind its gateway answered, though its link was up.

2026-11-30 02:34:12.345  detection    nothing came in through it for 312 ms, 3 probes without an answer (asked: ping 8.8.4.4, ping 10.0.0.1)
                         lost         about 312 packets were sent into it in that time (its rate before, times the silence)
2026-11-30 02:34:12.388  decision     in the kernel 43 ms after it was known (waited 1 ms, decided in 2 ms, applied in 40 ms; 2 changes)
                         moved        connections of table to_ISP2 move from ether2 to ether1
                         connections  13 TCP connections of it were reset, so that programs connect anew by another line; 30 others went on by another line
2026-11-30 02:38:24.400  back         it is used again, 20 ms after that was known
                         moved        connections of table to_ISP2 move from ether1 to ether2

All times are UTC.
`);
  });

  it('Indonesian → the same facts', () => {
    const text = storyText(incident, { ...texts, language: 'id' });
    for (const fact of [
      '312 ms',
      '3 probe',
      '43 ms',
      '13 koneksi TCP',
      'koneksi dari tabel to_ISP2 pindah dari ether2 ke ether1',
      '02:38:24.400',
      'tidak diketahui',
    ])
      expect(text).toContain(fact);
    expect(text).not.toMatch(/\b(the|was|were|by)\b/);
  });

  it('a pulled cable → seen at once, no loss guessed; still down → said', () => {
    const [one] = incidentsOf(
      past(['02:00:00.000', 'a', line('up')], ['02:01:00.000', 'b', line('down', { cause: 'carrier' })]),
      until,
    );
    if (!one) throw new Error('no incident');
    const text = storyText(one, { ...texts, language: 'en', packetsPerSecond: 1000 });
    expect(text).toContain('ether2 is down, for 3540 s as far as is known: its link was down.');
    expect(text).toContain('seen by the kernel at once');
    expect(text).not.toContain('packets');
    expect(text).toContain('not yet');
  });

  it('lost packets: rate times silence; one of them not known → not known', () => {
    expect(lostPackets(incident, 500)).toBe(156);
    expect(lostPackets(incident, undefined)).toBeUndefined();
  });

  it('lost packets of a pulled cable: rate times the time until the kernel had the decision; by hand: none are guessed', () => {
    const pulled = { ...incident, causes: ['carrier'] };
    expect(lostPackets(pulled, 1000)).toBe(43);
    const text = storyText(pulled, { ...texts, language: 'en', packetsPerSecond: 1000 });
    expect(text).toContain('about 43 packets were sent into it until the kernel had the decision');
    expect(lostPackets({ ...incident, causes: ['forced'] }, 1000)).toBeUndefined();
  });
});
