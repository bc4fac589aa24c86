import { describe, expect, it } from 'vitest';
import { parseIpv4Interface } from '../../net/index.ts';
import type { Lease } from '../../rib/index.ts';
import { links, runConfig, twoWans } from '../testing/run-config.ts';
import { type CoreEvent, type Effect, type GatewayState, initialState, step } from './index.ts';

const dialled = `${twoWans}/interface pppoe-client add name=ppp1 interface=ether3 user=a password=b use-peer-dns=yes disabled=no
/ip dns set allow-remote-requests=yes
`;

const observed = (atMs: number, interfaces = links()): CoreEvent => ({
  ...{ kind: 'observed', atMs },
  result: { kind: 'done', interfaces },
});
const applied = (atMs: number): CoreEvent => ({
  ...{ kind: 'applied', atMs, sinceMs: atMs },
  result: { kind: 'done', changes: [], problems: [] },
});

function after(state: GatewayState, ...events: readonly CoreEvent[]) {
  let now: { readonly state: GatewayState; readonly effects: readonly Effect[] } = { state, effects: [] };
  for (const event of events) now = step(now.state, event);
  return now;
}

const started = (passwords?: Record<string, string>, interfaces = links()): GatewayState =>
  after(
    initialState({ ...runConfig(dialled), passwords }, 1),
    { kind: 'start', atMs: 1 },
    observed(2, interfaces),
    applied(3),
  ).state;

const linesOf = ({ services }: GatewayState) =>
  (services?.pppoe ?? []).map(line => [line.interface, line.over, line.user, line.password]);

describe('a line that is dialled', () => {
  it('its password is known → a service, over its port', () => {
    expect(linesOf(started({ ppp1: 'geheim' }))).toEqual([['ppp1', 'ether3', 'a', 'geheim']]);
  });

  it('nobody knows its password → somebody else dials it', () => {
    expect(linesOf(started())).toEqual([]);
  });

  it('its port is not there → not dialled until it is', () => {
    const { ether3: _, ...without } = links();
    const state = started({ ppp1: 'geheim' }, without);
    expect(linesOf(state)).toEqual([]);
    const drift = { kind: 'drift', atMs: 10, reason: 'x' } as const;
    expect(linesOf(after(state, drift, observed(11), applied(12)).state)).toHaveLength(1);
  });

  it('another password → the service is set again; it is in no program', () => {
    const state = started({ ppp1: 'geheim' });
    expect(JSON.stringify(state.reached?.program)).not.toContain('geheim');
    const config = { ...state.config, passwords: { ppp1: 'other' } };
    const { effects } = after(state, { kind: 'config', atMs: 10, config }, observed(11), applied(12));
    expect(effects.filter(({ kind }) => kind === 'setServices')).toHaveLength(1);
  });

  it('what its provider gives → resolvers of the LAN, as long as there is a session', () => {
    const state = started({ ppp1: 'geheim' });
    const lease: Lease = {
      ...{ interface: 'ppp1', gateway: '10.64.0.1', dns: ['10.64.0.53'], leaseTime: 4_294_967_295_000 },
      address: parseIpv4Interface('10.64.0.2/32') ?? { address: '0.0.0.0', length: 32 },
    };
    const bound = after(
      state,
      { kind: 'lease', atMs: 10, interface: 'ppp1', lease },
      observed(11),
      applied(12),
    );
    expect(bound.state.reached?.program.dns?.servers).toEqual(['10.64.0.53']);
    // Its address is pppd's work.
    expect(bound.state.reached?.program.addresses.map(one => one.interface)).not.toContain('ppp1');
    const lost = after(
      bound.state,
      { kind: 'lease', atMs: 20, interface: 'ppp1' },
      observed(21),
      applied(22),
    );
    expect(lost.state.reached?.program.dns?.servers).toEqual([]);
  });
});
