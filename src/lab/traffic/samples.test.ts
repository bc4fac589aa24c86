import { describe, expect, it } from 'vitest';
import { between, outageAfter, quality, qualityByTarget, type Sample, settled } from './samples.ts';

const probes = (rtts: readonly (number | null)[]): Sample[] =>
  rtts.map((rttMs, index) => ({ atMs: index * 100, rttMs }));

describe('quality', () => {
  it('takes delay and jitter from the answered probes and loss from all', () => {
    expect(quality(probes([20, 30, null, 24]))).toEqual({ delayMs: 74 / 3, jitterMs: 8, lossPct: 25 });
  });

  it('says that nothing came back', () => {
    expect(quality(probes([null, null]))).toEqual({ delayMs: undefined, jitterMs: undefined, lossPct: 100 });
  });
});

describe('outageAfter', () => {
  it('runs from the first lost probe to the first steady answer', () => {
    const samples = probes([20, 20, null, null, 21, 20, 20]);
    expect(outageAfter(samples, 100, 2)).toEqual({ lost: 2, lengthMs: 200, endedAtMs: 400 });
  });

  it('is not ended by one lucky packet', () => {
    const samples = probes([20, null, 20, null, null, 20, 20, 20]);
    expect(outageAfter(samples, 0, 3)).toEqual({ lost: 3, lengthMs: 400, endedAtMs: 500 });
  });

  it('does not end where the probes stay lost', () => {
    expect(outageAfter(probes([20, null, null]), 0, 1)).toEqual({
      lost: 2,
      lengthMs: undefined,
      endedAtMs: undefined,
    });
  });

  it('is none where nothing is lost after the fault', () => {
    expect(outageAfter(probes([null, 20, 20]), 200, 1)).toEqual({
      lost: 0,
      lengthMs: 0,
      endedAtMs: undefined,
    });
  });
});

it('cuts a window by sending time', () => {
  expect(between(probes([1, 2, 3, 4]), 100, 300).map(({ rttMs }) => rttMs)).toEqual([2, 3]);
});

it('leaves out what may still be answered', () => {
  expect(settled(probes([20, null, 20, null]), 350, 100).map(({ atMs }) => atMs)).toEqual([0, 100, 200]);
});

it('does not take the distance of two targets for jitter', () => {
  const samples = probes([20, 200, 22, 204]).map((sample, index) => ({ ...sample, target: `t${index % 2}` }));
  expect(qualityByTarget(samples)).toEqual({ delayMs: 111.5, jitterMs: 3, lossPct: 0 });
});
