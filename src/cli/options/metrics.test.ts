import { expect, it } from 'vitest';
import { metricsAddress, parseMetricsAddress } from './metrics.ts';

it.each([
  ['9470', '127.0.0.1', 9470],
  ['192.168.88.1:9469', '192.168.88.1', 9469],
  ['[::1]:80', '::1', 80],
])('--metrics %s → its address', (text, host, port) => {
  expect(parseMetricsAddress(text)).toEqual({ host, port });
});

it.each(['office.rsc', 'localhost:9469', '0', '70000', '1.2.3.4', '::1:80', ''])(
  '--metrics %s → refused, with its forms',
  text => expect(() => parseMetricsAddress(text)).toThrow('PORT or ADDRESS:PORT'),
);

it('--metrics alone → loopback; not said → nothing', () => {
  expect(metricsAddress({ metrics: true })).toEqual({ host: '127.0.0.1', port: 9469 });
  expect(metricsAddress({})).toBeUndefined();
});
