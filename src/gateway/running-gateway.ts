import type { Config } from '../config/index.ts';
import type { MetricsSnapshot } from '../metrics/index.ts';
import type { Measured } from '../probe/index.ts';
import { type NetworkAnswers, networkAnswers } from './answers/network.ts';
import { type PastAnswering, pastAnswering } from './answers/past.ts';
import { textsReply } from './answers/texts.ts';
import {
  type Asked,
  apply,
  checkedConfig,
  confirm,
  keepTexts,
  mustRun,
  refusedNow,
  reload,
  reloadBySignal,
  rollback,
  tellOf,
} from './changes/index.ts';
import type { ControlRequest } from './control/index.ts';
import { followsLines, type GatewayEvent, type GatewayState } from './core/index.ts';
import { endGateway } from './end-gateway.ts';
import { identityOf } from './identity.ts';
import { type Reading, type Recorder, startRecorder } from './journal/index.ts';
import { knownOutages } from './known-outages.ts';
import type { WanRequest } from './line-meant.ts';
import type { Traffic } from './loop/index.ts';
import { type LinesBasis, linesFigures, metricsSnapshot, startTally, tallied } from './metrics/index.ts';
import { askNotify, type Notifier, type NotifyRequest, startNotifier } from './notify/index.ts';
import type { Parts } from './parts.ts';
import {
  type ApplyReply,
  type ChangeReply,
  type ConfirmReply,
  type CountersReply,
  countersReply,
  type EventsReply,
  lineReplies,
  type NotifyReply,
  type RatesMessage,
  type RoutesReply,
  routesReply,
  type StatusReply,
  statusReply,
  type TextsReply,
  type WanReply,
  wansOf,
} from './replies/index.ts';
import { takeLine } from './take-line.ts';
import {
  countedTraffic,
  followedRates,
  lineSeconds,
  promisedShares,
  secondsBetween,
  type TrafficLook,
} from './traffic/index.ts';
import { takeTurns, unlessEnding } from './turns.ts';

type ApplyRequest = Extract<ControlRequest, { readonly type: 'apply' }>;
type RollbackRequest = Extract<ControlRequest, { readonly type: 'rollback' }>;
type ConfirmRequest = Extract<ControlRequest, { readonly type: 'confirm' }>;

type Unnumbered<T> = Omit<T, 'v' | 'id' | 'type'>;

/** A gateway that runs. All answers about the network are read from the kernel. */
export interface Gateway {
  /** Resolves when its first state is in the kernel, or was refused, and that was told. Changes that are asked for meanwhile wait. */
  begin(started: Asked): Promise<void>;
  routes(): RoutesReply;
  status(): StatusReply;
  /** The same with what probes measure now. */
  measuredStatus(): Promise<StatusReply>;
  events(since?: string): EventsReply;
  /** From now on its past is kept there, in the folder of what outlives a reboot. */
  keepJournal(dir: string): void;
  /** From now on it tells whom its configuration names; what waits is kept in that folder. */
  notify(dir: string, name: string | undefined): void;
  /** Who is told, or what came of a test message to each. Throws ControlRefused. */
  notified(request: NotifyRequest): Promise<NotifyReply>;
  /** Tells what lines carry, each second or `hz` times in one; returns the end of that. */
  rates(listener: (rates: RatesMessage) => void, hz?: number): () => void;
  /** What monitoring asks for. */
  figures(): Promise<MetricsSnapshot>;
  /** Takes a line down by hand, or gives it back to its health. Throws ControlRefused. */
  wan(request: WanRequest): Promise<WanReply>;
  counters(): Promise<CountersReply>;
  readonly network: NetworkAnswers;
  readonly past: PastAnswering;
  /** Takes another file, unless it has errors; resolves when the kernel has it. */
  replaceConfig(file: string): Promise<Config>;
  /** Reads its files again; they come into force unless they have errors. Throws ControlRefused. */
  reload(by?: string): Promise<ChangeReply>;
  /** The same, as SIGHUP asks for it: what speaks against it is a condition. */
  hangUp(): Promise<void>;
  /** Takes other files, for good or for a time. Throws ControlRefused. */
  apply(request: Unnumbered<ApplyRequest>): Promise<ApplyReply>;
  /** Takes back what is on trial, or returns to texts that were in force. Throws ControlRefused. */
  rollback(request: Unnumbered<RollbackRequest>): Promise<ApplyReply>;
  /** The configuration in force, with its texts. */
  texts(): TextsReply;
  /** What was applied for a time stays. `connectedAtMs`: when the asker's connection was opened. Throws ControlRefused. */
  confirm(request: Unnumbered<ConfirmRequest>, connectedAtMs: number): Promise<ConfirmReply>;
  /** Resolves when everything asked for until now is in the kernel, or was refused and waits to be tried again. */
  settled(): Promise<void>;
  /** Resolves soon, as long as it decides; never where it does not any more. */
  pulse(): Promise<void>;
  /** Ends services and probes, takes back all changes unless it was started to leave them. */
  stop(): Promise<{ readonly undone: boolean }>;
  /** Resolves when it has stopped, whoever asked for that, and its clients have their last answers. */
  readonly ended: Promise<void>;
}

export function runningGateway(parts: Parts): Gateway {
  const { loop, port, control } = parts;
  const counts = countedTraffic(port);
  const promised = promisedShares();
  counts.everySecond(
    lineSeconds(
      port,
      () => followsLines(loop.state.config),
      (before, now) => {
        const lines = secondsBetween(before, now, loop.state.reached?.uplinks ?? []);
        if (lines.length > 0) loop.post({ kind: 'second', atMs: now.atMs, lines });
      },
    ),
  );
  const rates = followedRates({
    port,
    everySecond: counts.everySecond,
    lines: () =>
      wansOf(loop.state).map(line => {
        return { line, number: loop.state.reached?.uplinks.find(one => one.interface === line)?.number };
      }),
  });
  let recorder: Recorder | undefined;
  let notifier: Notifier | undefined;
  let tally = startTally;
  const outages = knownOutages(parts);
  parts.hub.subscribe(({ event }) => {
    tally = tallied(tally, event);
    if (isTakenBack(event)) void unlessEnding(turns.change(() => tellTakenBack(parts)));
  });
  const status = (measured: Measured = {}, { carried } = counts.look()): StatusReply => {
    const nowMs = port.nowMs();
    const seen = {
      nowMs,
      measured,
      carried,
      promised: promised.now(loop.state.reached),
      outages: outages.last(),
    };
    const basis = { ...seen, upMs: nowMs - parts.born.bornMs };
    const { openSince } = parts.hub.history;
    return statusReply(loop.state, { ...basis, openSince, identity: identityOf(parts.born, loop.state) });
  };
  const { onPhase = () => {} } = parts.reading;
  let stopped: Promise<{ readonly undone: boolean }> | undefined;
  const turns = takeTurns(onPhase, () => mustRun({ isStopped: stopped !== undefined || loop.isStopped }));
  let hasEnded: () => void = () => {};
  const ended = new Promise<void>(resolve => {
    hasEnded = resolve;
  });
  const ofLines = (traffic: Traffic): Omit<LinesBasis, 'lines'> => {
    const { reached } = loop.state;
    return {
      ...{ tally, traffic, promised: promised.now(reached) },
      numberOf: line => reached?.uplinks.find(one => one.interface === line)?.number,
    };
  };
  const figures = async (): Promise<MetricsSnapshot> => {
    const measured = await port.measured();
    const look = counts.look();
    return metricsSnapshot({
      ...ofLines(look.now),
      status: status(measured, look),
      connections: port.tracked(),
      journal: recorder?.figures(),
      notifications: notifier?.figures(),
    });
  };
  const reading = ({ now, carried }: TrafficLook, measured: Measured = {}): Omit<Reading, 'isProbed'> => {
    const seen = { nowMs: now.atMs, carried, measured };
    return {
      atMs: now.atMs,
      lines: linesFigures({ ...ofLines(now), lines: lineReplies(loop.state, seen) }),
      tracked: port.tracked()?.tracked,
    };
  };
  return {
    ended,
    begin: started =>
      turns.take(async () => {
        await loop.settled();
        tellOf(parts, loop.state.config, started, { result: resultNow(loop.state), changes: 0 });
        keepTexts(parts);
      }),
    routes: () => routesReply(loop.state, port),
    status: () => status(),
    async measuredStatus() {
      outages.lookBack();
      return status(await port.measured());
    },
    events(since) {
      const events = parts.hub.history.entries(since);
      return { events, earlier: (parts.hub.history.entries()[0]?.seq ?? 1) > 1 };
    },
    rates,
    figures,
    keepJournal(dir) {
      recorder ??= startRecorder({
        ...{ dir, reading, hub: parts.hub, startedAt: parts.born.startedAt },
        ...{ measured: port.measured, everySecond: counts.everySecond },
        hasLineEvents: () => loop.state.config.pace === 'jalur',
        lines: status().lines.length,
        onTurned: outages.hear,
        onTroubles: troubles => loop.post({ kind: 'journal', atMs: port.nowMs(), troubles }),
      });
    },
    notify(dir, name) {
      notifier ??= startNotifier({
        ...{ dir, name, loop, hub: parts.hub, everySecond: counts.everySecond },
        lines: () => status().lines,
      });
    },
    notified: request => askNotify(notifier, request),
    wan: request => turns.take(() => takeLine(parts, request, () => status().lines)),
    counters: () => countersReply(loop.state, port),
    network: networkAnswers(parts, counts.rates),
    past: pastAnswering(parts, parts.past),
    replaceConfig: file =>
      turns.take(async () => {
        const config = checkedConfig(parts, [file]);
        if (!config.usable) return config;
        loop.post({ kind: 'config', atMs: port.nowMs(), config });
        await loop.settled();
        return config;
      }),
    reload: by => turns.change(() => reload(parts, { how: 'reload', by })),
    hangUp: () => unlessEnding(turns.change(() => reloadBySignal(parts))),
    apply: request => turns.change(() => apply(parts, request)),
    rollback: request => turns.change(() => rollback(parts, request)),
    texts: () => textsReply(parts),
    confirm: (request, connectedAtMs) => turns.change(() => confirm(parts, request, connectedAtMs)),
    settled: () => loop.settled(),
    pulse: () => loop.pulse(),
    stop() {
      if (stopped) return stopped;
      onPhase('stopping');
      counts.stop();
      recorder?.rest();
      stopped = endGateway(parts, notifier).finally(() =>
        Promise.all([recorder?.close(), parts.past?.close()]),
      );
      void stopped.then(() => control.close()).then(hasEnded);
      return stopped;
    },
  };
}

/** Nobody asked for it, so nobody else says what is in force then. */
async function tellTakenBack(parts: Parts): Promise<void> {
  const { loop } = parts;
  await loop.settled();
  mustRun(loop);
  tellOf(parts, loop.state.config, { how: 'rolled-back' }, { result: resultNow(loop.state), changes: 0 });
}

const resultNow = (state: GatewayState): 'partly' | 'in-force' =>
  refusedNow(state).length > 0 ? 'partly' : 'in-force';

/** The time of a configuration on trial was over. */
const isTakenBack = (event: GatewayEvent): boolean =>
  event.type === 'problem' &&
  event.condition.code === 'gateway/rolled-back' &&
  event.condition.facts['when'] === 'in-time';
