import type { Program } from '../../linux/index.ts';
import { equal } from '../../model/index.ts';
import type { GatewayCheck, InterfaceState } from '../../rib/index.ts';
import { scheduledScripts } from '../../walk/index.ts';
import { clear, condition, type OpenConditions, raise, replace, type Trouble } from '../conditions/index.ts';
import { activeDefaults } from './active.ts';
import { decide } from './decide.ts';
import { driftConditions, driftTimer } from './drift.ts';
import type { Effect, Saved, Services } from './effect.ts';
import type { Applied, CoreEvent, Interfaces, RunConfig } from './event.ts';
import { savedOf } from './leases/index.ts';
import {
  awaitedAfter,
  firstWatched,
  movedFlows,
  moving,
  probedLines,
  rewatched,
  running,
  unreachableOf,
  withDrain,
  withNewTargets,
  withSettling,
} from './lines/index.ts';
import { movedTables } from './moves.ts';
import {
  chosenConnections,
  hostsOf,
  ranConditions,
  ranEvents,
  ranLines,
  type ScriptState,
  scheduled,
} from './scripts/index.ts';
import type { Decision, GatewayState } from './state.ts';
import { retry, type Step } from './transition.ts';
import { settle, withTrial } from './trial/index.ts';

// A turn: the kernel is read, the decision is made and applied, and what follows from it is set: probes, services, what
// is saved. Causes that come meanwhile start the next one. What fails is tried again after a second.

type Heard<K extends CoreEvent['kind']> = Extract<CoreEvent, { readonly kind: K }>;

/** The kernel was read: decide. Everything known until the reading is part of the decision. */
export function hearObserved(state: GatewayState, { atMs, result }: Heard<'observed'>): Step {
  if (result.kind === 'failed') return giveUp(state, result.error);
  const { interfaces } = result;
  const causes = [...state.unfinished, ...state.pending.filter(cause => cause.atMs <= atMs)];
  const pending = state.pending.filter(cause => cause.atMs > atMs);
  const seen = looked({ ...state, interfaces, pending, unfinished: [] });
  const { decision, scripts, ran } = decide(seen);
  const conditions = ranConditions(ofText(state, scripts.text), ran);
  const turn = { kind: 'applying', causes, readMs: atMs, decision, ran: ranLines(ran) } as const;
  return {
    state: { ...seen, scripts, conditions, turn },
    effects: [
      ...turnedLinks(state.interfaces, interfaces, atMs),
      ...ranEvents(ran, atMs),
      { kind: 'apply', program: decision.program },
    ],
  };
}

/** Which lines are used where there is no other depends on who else has a carrier. */
function looked(state: GatewayState): GatewayState {
  const isJudged = state.config.pace === 'jalur' && state.reached !== undefined;
  return isJudged ? { ...state, unreachable: unreachableOf(state) } : state;
}

/** Conditions about scripts of a text that is gone are gone. */
function ofText({ conditions, scripts }: GatewayState, text: ScriptState['text']): OpenConditions {
  if (scripts.text === text) return conditions;
  return clear(clear(conditions, 'gateway/script-uncertain'), 'gateway/script-held');
}

/** The kernel was changed: say what follows, and set what stands beside it. */
export function hearApplied(state: GatewayState, event: Heard<'applied'>): Step {
  const { atMs, result } = event;
  if (state.turn.kind !== 'applying') return { state, effects: [] };
  if (result.kind === 'failed') return giveUp(state, result.error);
  const { decision, causes } = state.turn;
  const { reached: before } = state;
  const conditions = driftConditions(conditionsOf(state.conditions, decision, result), causes, result);
  const done = {
    ...state,
    turn: { kind: 'idle' },
    reached: decision,
    drafted: undefined,
    conditions,
  } as const;
  const idle = withTrial(done, decision, { atMs, closed: result.closed });
  const past = before ?? state.before;
  const drained = withDrain(idle, past, decision);
  const settling = withSettling(drained.state, before, decision);
  const followed = follow(settling.state, decision, atMs, before);
  const moved = moving(followed.state, movedFlows(past, decision));
  return {
    state: moved.state,
    effects: [
      ...moved.effects,
      ...said(before, state.turn, result, event),
      ...drained.effects,
      ...settling.effects,
      ...followed.effects,
      ...driftTimer(causes, result),
      ...(result.problems.length > 0 || result.closed ? [retry] : []),
    ],
  };
}

/** The kernel could not be read or changed: the condition stands until it can. */
function giveUp(state: GatewayState, error: Trouble): Step {
  const conditions = raise(state.conditions, condition('gateway/apply-failed', error));
  const taken = state.turn.kind === 'applying' ? state.turn.causes : state.unfinished;
  const unfinished = [...taken, ...state.pending];
  return {
    state: { ...state, turn: { kind: 'idle' }, unfinished, pending: [], conditions },
    effects: [retry],
  };
}

/** What the machine refuses is a condition until it no longer does; the rest is in force all the same. */
function conditionsOf(
  open: OpenConditions,
  { rib, lines }: Decision,
  { problems, closed }: Applied,
): OpenConditions {
  const bfd = rib.checks.filter(({ method }) => method === 'bfd');
  const targets = lines.flatMap(({ watch }) => watch.targets.map(({ key }) => `${key}%${watch.line}`));
  const keys = new Set([...rib.checks.map(({ key }) => key), ...targets]);
  const refused = problems.map(({ what, do: todo }) => condition('gateway/refused', { what, do: todo }));
  const unsupported = bfd.map(({ address }) => condition('gateway/bfd-unsupported', { address }));
  const probing = open.filter(({ code, about }) => code === 'gateway/probe-failed' && keys.has(about));
  const shut = closed ? [condition('gateway/forwarding-closed', {})] : [];
  const done = replace(clear(open, 'gateway/apply-failed'), 'gateway/forwarding-closed', shut);
  const applied = replace(done, 'gateway/refused', refused);
  return replace(replace(applied, 'gateway/bfd-unsupported', unsupported), 'gateway/probe-failed', probing);
}

/** Probes, services and what is saved, where they differ from what was asked for before. */
function follow(state: GatewayState, decision: Decision, atMs: number, before: Decision | undefined): Step {
  const { rib, program, world } = decision;
  const { config } = decision;
  const checks = config.pace === 'jalur' ? [] : rib.checks;
  const watched = running(decision.lines, world);
  const waiting = { ...state, awaited: awaitedAfter(state, decision.lines, world) };
  const rewatch = (before ? rewatched : firstWatched)(waiting, watched);
  const relined = withNewTargets(rewatch, decision, atMs);
  const unreachable = config.pace === 'jalur' ? unreachableOf(relined) : stillUnreachable(state, checks);
  const hosts = hostsOf(decision.router);
  const due = scheduled(state.scripts.due, scheduledScripts(decision.router), atMs);
  const connections = chosenConnections(state.scripts.forget, program);
  const services = runnable(program, world.interfaces, config.passwords);
  const saved = savedOf(relined, unreachable);
  const effects: Effect[] = [];
  const isCounted = before !== undefined && equal(before.counted, decision.counted);
  const isAsked = isCounted && equal(state.checks, checks) && equal(state.watched, watched);
  if (!isAsked || !equal(state.scripts.hosts, hosts))
    effects.push({ kind: 'setProbes', checks, hosts, lines: probedLines(decision, world) });
  if (connections.length > 0) effects.push({ kind: 'forget', connections });
  if (!equal<Services | undefined>(state.services, services)) effects.push({ kind: 'setServices', services });
  if (!equal<Saved | undefined>(state.saved, saved)) effects.push({ kind: 'save', ...saved });
  const { forced } = state;
  if (!equal<readonly string[] | undefined>(state.savedForced, forced))
    effects.push({ kind: 'saveForced', lines: forced });
  if (state.settlesTrial) effects.push(settle(state));
  const scripts = { ...state.scripts, hosts, due, forget: [] };
  const done = { checks, services, saved, savedForced: forced, settlesTrial: undefined };
  return {
    state: { ...relined, unreachable, ...done, scripts },
    effects,
  };
}

/** A check that is new or changed starts anew: reachable until proved otherwise. */
function stillUnreachable({ unreachable, checks }: GatewayState, wanted: readonly GatewayCheck[]) {
  const kept = wanted.filter(check => checks.some(known => equal(known, check))).map(({ key }) => key);
  return unreachable.filter(key => kept.includes(key));
}

/** Clients only where the interface exists: without one they would only die and be started again. */
function runnable(
  { dhcpClients, dhcpServers, dns, pppoe = [] }: Program,
  interfaces: Interfaces,
  passwords: RunConfig['passwords'] = {},
): Services {
  const lines = pppoe.flatMap(line => {
    const password = passwords[line.interface];
    return password === undefined || interfaces[line.over] === undefined ? [] : [{ ...line, password }];
  });
  return {
    dhcpClients: dhcpClients.filter(client => interfaces[client.interface] !== undefined),
    dhcpServers,
    ...(lines.length > 0 && { pppoe: lines }),
    ...(dns && { dns }),
  };
}

/** What a turn decided and did, and that routes changed where something did. */
function said(
  before: Decision | undefined,
  { decision: { rib }, causes, readMs, ran }: Extract<GatewayState['turn'], { readonly kind: 'applying' }>,
  { changes, problems }: Applied,
  { atMs, sinceMs }: Pick<Heard<'applied'>, 'atMs' | 'sinceMs'>,
): Effect[] {
  const causedMs = causes.map(cause => cause.atMs);
  const durationMs = atMs - Math.min(atMs, ...causedMs);
  const reason = [...new Set(causes.map(cause => cause.reason))].join('; ');
  const active = activeDefaults(rib);
  const decision = {
    type: 'decision',
    ...{ atMs, durationMs, reason },
    causes: causes.map(cause => ({ reason: cause.reason, atMs: cause.atMs, evidence: cause.evidence })),
    steps: {
      waited: readMs - Math.min(readMs, ...causedMs),
      decided: sinceMs - readMs,
      applied: atMs - sinceMs,
    },
    changes: [...changes, ...movedTables(before?.rib, rib)],
    refused: problems.map(({ what }) => what),
    scripts: ran,
  } as const;
  const quiet = changes.length === 0 && before !== undefined && equal(activeDefaults(before.rib), active);
  if (quiet) return [{ kind: 'emit', event: decision }];
  const event = { type: 'routes-changed', atMs, durationMs, reason, active } as const;
  return [
    { kind: 'emit', event: decision },
    { kind: 'emit', event },
  ];
}

/** A cable that is plugged in again may lead to another network: the lease is asked for anew. */
function turnedLinks(before: Interfaces, after: Interfaces, atMs: number): Effect[] {
  return changedLinks(before, after).flatMap(({ name, running }): Effect[] => [
    { kind: 'emit', event: { type: 'link', atMs, interface: name, running } },
    ...(running
      ? ([
          { kind: 'askNeighbours', interface: name },
          { kind: 'renew', interface: name },
        ] as const)
      : []),
  ]);
}

/** New interfaces count as changed when they run; vanished ones as no longer running. */
function changedLinks(before: Interfaces, after: Interfaces): Pick<InterfaceState, 'name' | 'running'>[] {
  const gone = Object.values(before)
    .filter(({ name, running }) => running && !after[name])
    .map(({ name }) => ({ name, running: false }));
  const turned = Object.values(after).filter(
    ({ name, running }) => running !== (before[name]?.running ?? false),
  );
  return [...gone, ...turned];
}
