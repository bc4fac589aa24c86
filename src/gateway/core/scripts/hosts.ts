import { type HostCheck, hostCheckOf } from '../../../health/index.ts';
import { equal, type Router } from '../../../model/index.ts';
import { watchedProbes } from '../../../walk/index.ts';
import { clear, condition, raise } from '../../conditions/index.ts';
import type { Effect } from '../effect.ts';
import type { CoreEvent } from '../event.ts';
import { reason } from '../reasons.ts';
import type { GatewayState } from '../state.ts';
import { because, type Step } from '../transition.ts';
import type { HostStatus, ScriptState } from './script-state.ts';

/** Hosts that a configuration asks, of those whose scripts do something here. */
export const hostsOf = (router: Router): HostCheck[] =>
  watchedProbes(router).flatMap(item => hostCheckOf(item) ?? []);

/** How often the scripts of one netwatch may run: so many times within that time. */
export const mostTurns = { count: 6, withinMs: 120_000 } as const;

/** A host answers again, or no longer: its script runs, unless it has run too often of late. */
export function hearHost(
  state: GatewayState,
  { check, status, atMs }: Extract<CoreEvent, { readonly kind: 'host' }>,
): Step {
  const { key, host } = check;
  const { hosts, found, held } = state.scripts;
  if (!hosts.some(one => equal(one, check))) return { state, effects: [] };
  const said: Effect = { kind: 'emit', event: { type: 'host', atMs, host, status } };
  if (held[key] === undefined && found[key] === status) return { state, effects: [said] };
  const isFree = held[key] === undefined && freeAt(state.scripts, key, atMs) <= atMs;
  return isFree
    ? because(taken(state, key, status, atMs), { reason: reasonOf(host, status), atMs }, [said])
    : { state: hold(state, check, status), effects: [said] };
}

function hold(state: GatewayState, { key, host }: HostCheck, status: HostStatus): GatewayState {
  const facts = { host, runs: mostTurns.count, seconds: mostTurns.withinMs / 1000 };
  const scripts = { ...state.scripts, held: { ...state.scripts.held, [key]: status } };
  return { ...state, scripts, conditions: raise(state.conditions, condition('gateway/script-held', facts)) };
}

/** What was held back long enough: it runs where it still differs from what the scripts know. */
export function releaseHosts(state: GatewayState, atMs: number): Step {
  return Object.keys(state.scripts.held)
    .filter(key => freeAt(state.scripts, key, atMs) <= atMs)
    .reduce<Step>((step, key) => released(step, key, atMs), { state, effects: [] });
}

function released({ state, effects }: Step, key: string, atMs: number): Step {
  const { hosts, found, held } = state.scripts;
  const { [key]: status, ...others } = held;
  const host = hosts.find(one => one.key === key)?.host ?? key;
  const conditions = clear(state.conditions, 'gateway/script-held', host);
  const free = { ...state, conditions, scripts: { ...state.scripts, held: others } };
  if (status === undefined || found[key] === status) return { state: free, effects };
  return because(taken(free, key, status, atMs), { reason: reasonOf(host, status), atMs }, effects);
}

/** When the next of those that are held back may run; undefined: none is. */
export function nextRelease({ scripts }: GatewayState, atMs: number): number | undefined {
  const times = Object.keys(scripts.held).map(key => freeAt(scripts, key, atMs));
  return times.length === 0 ? undefined : Math.min(...times);
}

const reasonOf = (host: string, status: HostStatus): string => reason('host', { host, state: status });

function freeAt({ turns }: ScriptState, key: string, atMs: number): number {
  const recent = recentOf(turns[key] ?? [], atMs);
  const [first] = recent.slice(-mostTurns.count);
  return recent.length < mostTurns.count || first === undefined ? atMs : first + mostTurns.withinMs;
}

const recentOf = (turns: readonly number[], atMs: number): readonly number[] =>
  turns.filter(turn => turn > atMs - mostTurns.withinMs);

function taken(state: GatewayState, key: string, status: HostStatus, atMs: number): GatewayState {
  const { found, turns } = state.scripts;
  const mine = [...recentOf(turns[key] ?? [], atMs), atMs];
  const scripts = {
    ...state.scripts,
    ...{ found: { ...found, [key]: status }, turns: { ...turns, [key]: mine } },
  };
  return { ...state, scripts };
}
