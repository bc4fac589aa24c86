import { expect, it } from 'vitest';
import type { LineReply, StatusReply } from '../../gateway/index.ts';
import type { Colours } from '../output/colour.ts';
import { statusText } from './status-text.ts';

const as = (text: string): string => text;
const plain: Colours = { red: as, yellow: as, green: as, cyan: as, bold: as, dim: as };

const up: LineReply = {
  ...{ line: 'ether1', label: 'Alpha (ether1)', status: 'up', forMs: 90_000 },
  evidence: { silentMs: 10, lost: 0, asked: ['ping 8.8.4.4'], roundTripMs: 12.3, jitterMs: 1, loss: 0.01 },
  addresses: ['10.10.10.2/24'],
  gateway: '10.10.10.1',
  rate: { receivedBps: 5_200_000, sentBps: 320_000 },
  opened: { connections: 30, share: 0.75, overMs: 300_000 },
};
const forced: LineReply = {
  ...{ line: 'ether2', label: 'ether2', status: 'down', cause: 'forced', forMs: 5000, addresses: [] },
};
const status: StatusReply = {
  ...{ name: 'host', version: '1.2.3', pid: 42, file: 'office.rsc', dialect: 'v7', pace: 'jalur' },
  ...{ startedAt: '2026-01-01T00:00:00.000Z', upMs: 3 * 86_400_000, forwards: true, seed: 1 },
  lines: [up, { ...up, line: 'ether2', label: 'ether2' }],
  active: [{ table: 'main', gateways: ['8.8.4.4'], interfaces: ['ether1'], distance: 1 }],
  ...{ conditions: [], hosts: [], world: { interfaces: {}, leases: {}, unreachable: [] } },
};
const firstLine = (one: StatusReply): string | undefined => statusText(one, plain, 120).split('\n')[0];

it('status: all is well → the first line says so', () => {
  expect(firstLine(status)).toBe('running 3 d, 2 of 2 lines up, nothing is wrong');
});

it('status: a line is down and conditions are open → the first line counts them, the rest names them', () => {
  const condition: StatusReply['conditions'][number] = {
    code: 'gateway/line-down',
    severity: 'warning',
    ...{ about: 'ether2', title: '', clears: '', doc: '' },
    ...{ what: 'ether2 is down: it was taken down by hand.', do: 'Give it back.', facts: {} },
    since: '2026-01-01T10:00:00.000Z',
  };
  const one = { ...status, lines: [up, forced], conditions: [condition] };
  expect(firstLine(one)).toBe('running 3 d, 1 of 2 lines up, 1 trouble open');
  expect(statusText(one, plain, 120)).toContain(
    'warning gateway/line-down since 2026-01-01T10:00:00.000Z\n    ether2 is down: it was taken down by hand. Give it back.',
  );
});

it('status: a configuration is on trial → which one, and until when', () => {
  const trial = {
    ...{ file: 'office.rsc', hash: '0123456789abcdef'.repeat(4), until: '2026-01-01T10:01:00.000Z' },
    ...{ inForce: true, previous: 'a'.repeat(64) },
  };
  expect(statusText({ ...status, trial }, plain, 120)).toContain(
    'On trial: office.rsc (0123456789ab), until 10:01:00 UTC.',
  );
});

it('status: nothing is forwarded → the first line says it', () => {
  expect(firstLine({ ...status, forwards: false })).toContain('nothing is forwarded');
});

it('status: a wide terminal → a table; each line with its figures', () => {
  const text = statusText({ ...status, lines: [up, forced] }, plain, 120);
  const rows = text.split('\n').slice(2, 5);
  expect(rows).toEqual([
    'LINE            STATE                      SINCE       GATEWAY     RTT      LOSS  NEW   IN          OUT',
    'Alpha (ether1)  up                         1 min 30 s  10.10.10.1  12.3 ms  1 %   75 %  5.2 Mbit/s  320 kbit/s',
    'ether2          down (taken down by hand)  5 s         -           -        -     -     -           -',
  ]);
  expect(text).toContain('  ether1: asks ping 8.8.4.4; jitter 1.0 ms; 30 new connections in 5 min');
});

it('status: a terminal narrower than the table → each line with its facts below it, none wider than they need', () => {
  const text = statusText({ ...status, lines: [up, forced] }, plain, 60);
  expect(text).toContain('Alpha (ether1)  up\n  since   1 min 30 s\n  gateway 10.10.10.1\n');
  expect(text).toContain('ether2  down (taken down by hand)\n  since   5 s\n');
  expect(text).not.toContain('LINE ');
});

it('status: no default route is in force → said', () => {
  expect(statusText({ ...status, active: [] }, plain, 120)).toContain('No default route is in force.');
});

it('status: buckets divide connections → what each mark gets now, and why that changed last', () => {
  const marks = [
    { mark: 'one', line: 'ether1', stated: 0.5, share: 0.17, now: 0.17 },
    { mark: 'two', stated: 0.5, share: 0.83, now: 0.83 },
  ];
  const last = { why: 'ether1 50 % → 17 % (full at 20 Mbit/s)', forMs: 12_000 };
  const text = statusText(
    { ...status, sharing: { balance: 'adaptive', spill: true, marks, last } },
    plain,
    120,
  );
  expect(text).toContain(
    'New connections (adaptive, spill): one (ether1) 17 %, two 83 %\n  12 s ago: ether1 50 % → 17 % (full at 20 Mbit/s)',
  );
  expect(statusText(status, plain, 120)).not.toContain('New connections');
});

it('status: in Indonesian → nothing of it is English but what programs read', () => {
  const condition: StatusReply['conditions'][number] = {
    code: 'gateway/line-down',
    severity: 'warning',
    ...{ about: 'ether2', title: '', clears: '', doc: '', what: '', do: '' },
    facts: { interface: 'ether2', cause: 'forced' },
    since: '2026-01-01T10:00:00.000Z',
  };
  const marks = [{ mark: 'one', line: 'ether1', stated: 0.5, share: 0.17, now: 0.17 }];
  const last = { why: 'ether1 50 % → 17 % (full at 20 Mbit/s)', forMs: 12_000 };
  const sharing = { balance: 'adaptive', spill: false, marks, last } as const;
  const one = { ...status, lines: [up, forced], conditions: [condition], sharing };
  expect(statusText(one, plain, 120, 'id')).toBe(`berjalan 3 hari, 1 dari 2 jalur hidup, 1 masalah terbuka

JALUR           KEADAAN                         SELAMA        GATEWAY     RTT      LOSS  BARU  MASUK       KELUAR
Alpha (ether1)  hidup                           1 mnt 30 dtk  10.10.10.1  12.3 ms  1 %   75 %  5.2 Mbit/s  320 kbit/s
ether2          mati (dimatikan dengan tangan)  5 dtk         -           -        -     -     -           -
  ether1: diperiksa ping 8.8.4.4; jitter 1.0 ms; 30 koneksi baru dalam 5 mnt

Koneksi baru (adaptive): one (ether1) 17 %
  12 dtk lalu: ether1 50 % → 17 % (penuh pada 20 Mbit/s)

Default route yang berlaku:
  main: lewat ether1 (8.8.4.4, distance 1)

Masalah:
  peringatan gateway/line-down sejak 2026-01-01T10:00:00.000Z
    ether2 mati: dimatikan dengan tangan. Kembalikan dengan jalur wan up bila boleh membawa lalu lintas.

gateway host, proses 42, jalur 1.2.3, dimulai 2026-01-01T00:00:00.000Z
office.rsc (RouterOS v7), pace jalur
`);
});
