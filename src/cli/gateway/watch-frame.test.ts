import { expect, it } from 'vitest';
import type { LineReply, StatusReply } from '../../gateway/index.ts';
import type { Colours } from '../output/colour.ts';
import { watchFrame, watchLine } from './watch-frame.ts';

const as = (text: string): string => text;
const colours: Colours = { red: as, yellow: as, green: as, cyan: as, bold: as, dim: as };

const line = (name: string, share: number): LineReply => ({
  ...{ line: name, label: name, status: 'up', addresses: [], forMs: 5000 },
  rate: { receivedBps: 1_200_000, sentBps: 850 },
  opened: { connections: 10, share, overMs: 60_000 },
});

const status: StatusReply = {
  ...{ name: 'office', version: '0.1.0', pid: 1, file: 'office.rsc', dialect: 'v7', pace: 'jalur' },
  ...{ startedAt: '2026-11-30T02:00:00.000Z', upMs: 60_000, forwards: true, seed: 1 },
  lines: [line('ether1', 0.75), line('ether2', 0.25)],
  ...{ active: [], hosts: [], world: { interfaces: {}, leases: {}, unreachable: [] } },
  conditions: [
    {
      ...{ code: 'gateway/line-down', about: 'ether3', severity: 'warning', title: 'A line is down' },
      ...{ what: 'ether3 is down: its link is down.', do: '', clears: '', doc: '', facts: {} },
    },
  ],
};

const events = Array.from({ length: 50 }, (_, i) => ({
  seq: i + 1,
  time: `2026-11-30T02:00:${String(i).padStart(2, '0')}.000Z`,
  event: { type: 'link', atMs: i, interface: `lan${i}`, running: true } as const,
}));
const frame = { status, events, colours, columns: 100, language: 'en' } as const;

it('a picture → headline, lines, shares as bars, what is wrong, the latest events, all within the rows', () => {
  const lines = watchFrame({ ...frame, rows: 24 });
  expect(lines.length).toBe(24);
  expect(lines[0]).toBe('running 1 min, 2 of 2 lines up, 1 trouble open');
  const text = lines.join('\n');
  expect(text).toContain(`  ether1  ${'#'.repeat(30)}${'.'.repeat(10)} 75 %`);
  expect(text).toContain('gateway/line-down  ether3 is down: its link is down.');
  expect(text).toContain('1.2 Mbit/s');
  expect(lines.at(-2)).toContain('the link of lan49 is up');
  expect(lines.at(-1)).toBe('q or Ctrl-C ends it.');
});

it.each([1, 2, 5, 12])('%d rows → as many lines at most, the headline first where there is room', rows => {
  const lines = watchFrame({ ...frame, rows });
  expect(lines.length).toBeLessThanOrEqual(rows);
  expect(lines.at(-1)).toBe('q or Ctrl-C ends it.');
  if (rows > 1) expect(lines[0]).toContain('running 1 min');
});

it('no terminal → a line for each second', () => {
  expect(watchLine({ status, language: 'en' }, new Date('2026-11-30T02:00:05Z'))).toBe(
    '02:00:05 ether1 up in 1.2 Mbit/s out 850 bit/s new 75 %; ether2 up in 1.2 Mbit/s out 850 bit/s new 25 %',
  );
});

it('in Indonesian → so are its head, its table, its shares and its last row', () => {
  const lines = watchFrame({ ...frame, language: 'id', rows: 24 });
  expect(lines[0]).toBe('berjalan 1 mnt, 2 dari 2 jalur hidup, 1 masalah terbuka');
  expect(lines[3]).toMatch(/^JALUR +KEADAAN +SELAMA +GATEWAY +RTT +LOSS +BARU +MASUK +KELUAR$/);
  expect(lines[4]).toMatch(/^ether1 +hidup +5 dtk /);
  expect(lines).toContain('Koneksi baru beberapa menit terakhir:');
  expect(lines.at(-1)).toBe('q atau Ctrl-C untuk keluar.');
  expect(watchLine({ status, language: 'id' }, new Date('2026-11-30T02:00:05Z'))).toContain(
    'ether1 hidup masuk 1.2 Mbit/s keluar 850 bit/s baru 75 %;',
  );
});
