import { expect, it } from 'vitest';
import { emptyHistogram, exposition, familiesOf, histogramSamples, observed } from './index.ts';
import { knownGateway } from './testing/index.ts';

const text = exposition(familiesOf(knownGateway));
const line = (start: string): string | undefined => text.split('\n').find(one => one.startsWith(start));

it('exposition: each family → one HELP, one TYPE, then its samples together', () => {
  const names = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name);
  expect(new Set(names).size).toBe(names.length);
  expect([...text.matchAll(/^# HELP (\S+)/gm)].map(([, name]) => name)).toEqual(names);
  expect(text.endsWith('\n')).toBe(true);
  let current = '';
  for (const one of text.trimEnd().split('\n')) {
    if (one.startsWith('# TYPE')) current = one.split(' ')[2] ?? '';
    else if (!one.startsWith('#')) expect(one).toMatch(new RegExp(`^${current}(_bucket|_sum|_count)?[{ ]`));
  }
});

it('names: as Prometheus has them → counters end in _total, others do not; base units; every family has a help', () => {
  for (const { name, type, help } of familiesOf(knownGateway)) {
    expect(name).toMatch(/^(jalur|process)_[a-z_]+$/);
    expect(name.endsWith('_total')).toBe(type === 'counter');
    expect(name).not.toMatch(/_(ms|milliseconds|percent|kb|bits)\b/);
    expect(help).toMatch(/^[A-Z].*[^.]$/);
  }
});

it('a known gateway → its figures', () => {
  expect(line('jalur_build_info')).toBe('jalur_build_info{version="0.1.0",node="20.20.2"} 1');
  expect(line('jalur_wan_up{wan="ether2"}')).toBe('jalur_wan_up{wan="ether2"} 0');
  expect(line('jalur_wan_state{wan="ether2",state="down"}')).toMatch(/ 1$/);
  expect(line('jalur_wan_state{wan="ether2",state="up"}')).toMatch(/ 0$/);
  expect(line('jalur_wan_cause')).toBe('jalur_wan_cause{wan="ether2",cause="upstream"} 1');
  expect(line('jalur_wan_receive_packets_total{wan="ether1"}')).toMatch(/ 10$/);
  expect(line('jalur_conditions{severity="warning"}')).toMatch(/ 1$/);
  expect(line('jalur_decision_step_seconds_bucket{step="applied",le="0.05"}')).toMatch(/ 1$/);
});

it('what is not known → no sample, not a zero', () => {
  expect(line('jalur_wan_rtt_seconds{wan="ether2"}')).toBeUndefined();
  expect(line('jalur_wan_receive_bytes_total{wan="ether2"}')).toBeUndefined();
  expect(line('jalur_wan_share_promised_ratio{wan="ether2"}')).toBeUndefined();
});

it('labels and helps with quotes, backslashes and line ends → escaped', () => {
  const family = {
    ...({ name: 'a', type: 'gauge', help: 'b\\c\nd' } as const),
    samples: [{ labels: { x: 'say "a\\b"\n' }, value: Number.NaN }],
  };
  expect(exposition([family])).toBe('# HELP a b\\\\c\\nd\n# TYPE a gauge\na{x="say \\"a\\\\b\\"\\n"} NaN\n');
});

it('histogram: values at, between and above bounds → buckets that add up', () => {
  const filled = [0.1, 1, 2, 50].reduce(observed, emptyHistogram([1, 10]));
  const samples = histogramSamples(filled, { step: 'a' });
  expect(samples.map(({ suffix, labels, value }) => [suffix, labels['le'], value])).toEqual([
    ['_bucket', '1', 2],
    ['_bucket', '10', 3],
    ['_bucket', '+Inf', 4],
    ['_sum', undefined, 53.1],
    ['_count', undefined, 4],
  ]);
});
