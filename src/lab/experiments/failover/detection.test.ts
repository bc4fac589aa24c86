import { describe, expect, it } from 'vitest';
import type { GatewayEvent } from '../../../gateway/index.ts';
import { detection } from './detection.ts';

const routes = (atMs: number, ...interfaces: string[]): GatewayEvent => ({
  type: 'routes-changed',
  atMs,
  durationMs: 1,
  reason: '',
  active: interfaces.map(name => ({ table: 'main', gateways: [], interfaces: [name], distance: 1 })),
});
const check = (atMs: number, reachable: boolean): GatewayEvent => ({
  type: 'check',
  atMs,
  key: 'k',
  address: '8.8.4.4',
  interface: 'ether1',
  reachable,
});
const link: GatewayEvent = { type: 'link', atMs: 105, interface: 'ether1', running: false };

describe('detection', () => {
  it('is the loss of the link', () => {
    const events = [routes(50, 'ether1', 'ether2'), link, routes(110, 'ether2')];
    expect(detection(events, 'ether1', 100, 200)).toEqual({ detectedMs: 105, detectedBy: 'link' });
  });

  it('is the loss of the last route, not the first failed check of several', () => {
    const events = [
      routes(50, 'ether1', 'ether2'),
      check(120, false),
      check(130, false),
      routes(131, 'ether2'),
    ];
    expect(detection(events, 'ether1', 100, 200)).toEqual({ detectedMs: 131, detectedBy: 'check' });
  });

  it('is a failed check where no default route left by the port', () => {
    const events = [routes(50, 'ether2'), check(120, false)];
    expect(detection(events, 'ether1', 100, 200)).toEqual({ detectedMs: 120, detectedBy: 'check' });
  });

  it('is never, where nothing was said in time', () => {
    const events = [routes(50, 'ether1'), check(90, false), check(130, true), routes(300, 'ether2')];
    expect(detection(events, 'ether1', 100, 200)).toEqual({ detectedMs: null, detectedBy: '' });
  });
});
