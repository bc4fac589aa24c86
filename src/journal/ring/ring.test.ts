import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fileSize,
  openRing,
  openRingFile,
  type RingPort,
  readRing,
  type Shape,
  usualTiers,
} from './index.ts';

const shape: Shape = {
  capacity: 3,
  tiers: [
    { stepS: 1, rows: 30 },
    { stepS: 10, rows: 20 },
    { stepS: 60, rows: 10 },
  ],
};

/** A file in memory. After `left` more bytes the power is gone: what is written then is cut off, and nothing follows. */
class Memory implements RingPort {
  bytes = new Uint8Array(0);
  left = Number.POSITIVE_INFINITY;

  read(offset: number, length: number): Uint8Array {
    return this.bytes.slice(offset, offset + length);
  }

  write(offset: number, bytes: Uint8Array): void {
    const kept = bytes.subarray(0, Math.max(0, this.left));
    this.left -= bytes.length;
    if (offset + kept.length > this.bytes.length) this.resize(offset + kept.length);
    this.bytes.set(kept, offset);
  }

  resize(size: number): void {
    if (this.left <= 0) return;
    const after = new Uint8Array(size);
    after.set(this.bytes.subarray(0, size));
    this.bytes = after;
  }

  close(): void {}
}

const fill = (port: RingPort, fromS: number, untilS: number, value = (timeS: number) => timeS % 7): void => {
  const ring = openRing(port, shape);
  for (let timeS = fromS; timeS < untilS; timeS++) ring.add(timeS, { a: value(timeS), b: 1 });
};

const pointsAt = (port: RingPort, fromS: number, untilS: number, nowS: number) =>
  readRing(port, () => nowS)
    ?.points(['a'], fromS, untilS)
    .get('a') ?? [];

describe('ring', () => {
  it('the last seconds → one by one; older ones → least, mean and most of each stretch', () => {
    const port = new Memory();
    fill(port, 1200, 1320);
    expect(pointsAt(port, 1300, 1303, 1320)).toEqual(
      [1300, 1301, 1302].map(timeS => ({ timeS, min: timeS % 7, avg: timeS % 7, max: timeS % 7, n: 1 })),
    );
    const [first] = pointsAt(port, 1210, 1220, 1320);
    const values = Array.from({ length: 10 }, (_, i) => (1210 + i) % 7);
    expect(first).toEqual({
      timeS: 1210,
      min: Math.min(...values),
      avg: expect.closeTo(values.reduce((sum, value) => sum + value, 0) / 10, 5),
      max: Math.max(...values),
      n: 10,
    });
  });

  it('what is older than a tier keeps → gone there, there by the minute', () => {
    const port = new Memory();
    fill(port, 600, 1200);
    expect(pointsAt(port, 600, 1200, 1200).map(({ timeS, n }) => [timeS, n])).toEqual(
      [600, 660, 720, 780, 840, 900, 960, 1020, 1080].map(timeS => [timeS, 60]),
    );
  });

  it('a pause → no points, and none of the time before in their place', () => {
    const port = new Memory();
    fill(port, 1000, 1020);
    fill(port, 1040, 1043);
    expect(pointsAt(port, 1018, 1043, 1043).map(({ timeS }) => timeS)).toEqual([
      1018, 1019, 1040, 1041, 1042,
    ]);
  });

  it('a clock that is set back → waits; NaN and undefined → nothing measured', () => {
    const port = new Memory();
    const ring = openRing(port, shape);
    ring.add(100, { a: 1 });
    ring.add(90, { a: 5 });
    ring.add(101, { a: Number.NaN, b: undefined });
    expect(pointsAt(port, 80, 110, 102).map(({ timeS }) => timeS)).toEqual([100]);
  });

  it('more series than there is room for, and a name too long → refused by name, the others kept', () => {
    const port = new Memory();
    const ring = openRing(port, shape);
    ring.add(5, { a: 1, b: 2, c: 3, d: 4, ['x'.repeat(60)]: 5 });
    expect(ring.refused).toEqual(['d', 'x'.repeat(60)]);
    expect(readRing(port)?.names).toEqual(['a', 'b', 'c']);
  });

  it('its size is the same from the first second on; 200 series over two years take at most 250 MB', () => {
    const port = new Memory();
    fill(port, 0, 1);
    const size = port.bytes.length;
    fill(port, 1, 2000);
    expect(port.bytes.length).toBe(size);
    expect(fileSize({ capacity: 200, tiers: usualTiers })).toBeLessThanOrEqual(250e6);
  });

  it('a writer that is stopped and started → goes on in the middle of minutes as if it had not been', () => {
    const [once, twice] = [new Memory(), new Memory()];
    fill(once, 600, 800);
    for (let timeS = 600; timeS < 800; timeS += 13) fill(twice, timeS, Math.min(800, timeS + 13));
    expect(twice.bytes).toEqual(once.bytes);
  });

  it('killed at any byte of any write, then started again → every second but that one is there, and nothing wrong', () => {
    const whole = new Memory();
    whole.left = 1e9;
    fill(whole, 600, 700);
    const written = 1e9 - whole.left;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: written }), fc.integer({ min: 0, max: 40 }), (cut, pauseS) => {
        const port = new Memory();
        port.left = cut;
        let reached = 600;
        const first = openRing2(port);
        for (; first && reached < 700 && port.left > 0; reached++)
          first.add(reached, { a: reached % 7, b: 1 });
        port.left = Number.POSITIVE_INFINITY;
        const from = reached + pauseS;
        fill(port, from, from + 70);
        const nowS = from + 70;
        for (const { timeS, avg, n } of pointsAt(port, nowS - 29, nowS, nowS)) {
          expect([avg, n]).toEqual([timeS % 7, 1]);
        }
        const isThere = (timeS: number): boolean =>
          (timeS < reached - 1 && timeS >= 600) || (timeS >= from && timeS < nowS);
        // The tier of ten seconds keeps the last 200: `600` is not older for a reader who looks then.
        const tens = new Map(pointsAt(port, 600, nowS, 799).map(point => [point.timeS, point.n]));
        const lastTen = Math.floor((nowS - 1) / 10) * 10;
        for (let timeS = Math.max(600, lastTen - 190); timeS < lastTen; timeS += 10) {
          const known = Array.from({ length: 10 }, (_, i) => timeS + i).filter(isThere).length;
          // The second of the kill may be there or not.
          const n = tens.get(timeS) ?? 0;
          expect(n >= known && n <= Math.min(10, known + 1), `${timeS}: ${n} of ${known}`).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('bytes that are turned or cut off anywhere → never a value that was not measured', () => {
    const whole = new Memory();
    fill(whole, 600, 700);
    const change = fc.oneof(
      fc.record({ at: fc.nat(whole.bytes.length - 1), flip: fc.integer({ min: 1, max: 255 }) }),
      fc.record({ keep: fc.nat(whole.bytes.length) }),
    );
    fc.assert(
      fc.property(change, broken => {
        const port = new Memory();
        port.bytes = 'keep' in broken ? whole.bytes.slice(0, broken.keep) : whole.bytes.slice();
        if ('at' in broken) port.bytes[broken.at] = (port.bytes[broken.at] ?? 0) ^ broken.flip;
        for (const { timeS, avg } of pointsAt(port, 671, 700, 700)) expect(avg).toBe(timeS % 7);
        fill(port, 700, 705);
        expect(pointsAt(port, 700, 705, 705).length).toBe(5);
      }),
      { numRuns: 300 },
    );
  });

  it('on disk → for its owner alone, with holes where nothing was measured', () => {
    const folder = mkdtempSync(join(tmpdir(), 'jalur-ring-'));
    const path = join(folder, 'series');
    const ring = openRing(openRingFile(path), { capacity: 200, tiers: usualTiers });
    ring.add(1_790_000_000, { 'ether1/rtt': 0.011 });
    ring.close();
    const { size, blocks, mode } = statSync(path);
    expect(mode & 0o777).toBe(0o600);
    expect(size).toBe(fileSize({ capacity: 200, tiers: usualTiers }));
    expect(blocks * 512).toBeLessThan(1e6);
    const port = openRingFile(path, { readOnly: true });
    const found = readRing(port, () => 1_790_000_001)?.points(['ether1/rtt'], 1_789_999_999, 1_790_000_001);
    expect(found?.get('ether1/rtt')?.[0]?.avg).toBeCloseTo(0.011, 6);
    port.close();
    rmSync(folder, { recursive: true });
  });
});

/** Where the power went before there was a file, nobody opens it. */
function openRing2(port: Memory) {
  try {
    return openRing(port, shape);
  } catch {
    return undefined;
  }
}
