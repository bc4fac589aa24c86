import { hostname } from 'node:os';
import { join } from 'node:path';
import {
  type DeliveryFigures,
  type DeliveryThread,
  startDelivery,
  type TestResult,
} from '../../delivery/index.ts';
import type { Occurrence, Receiver } from '../../notify/index.ts';
import { monotonicMs, smallThread } from '../../sys/index.ts';
import { nameOf } from '../../walk/index.ts';
import type { FactsOf } from '../conditions/index.ts';
import { activeDefaults } from '../core/index.ts';
import type { EventHub } from '../event-hub.ts';
import type { Loop } from '../loop/index.ts';
import type { LineReply, NotifiedReceiver } from '../replies/index.ts';
import { routerOf } from '../replies/line.ts';
import type { CountedTraffic } from '../traffic/index.ts';
import { lineTurns } from './line-turns.ts';
import { layoutOf, lineOccurrence, linesOfRoutes, occurrencesOf, ofCondition } from './occurrences.ts';

type Trouble = FactsOf<'gateway/notify-failed'>;

/** Tells receivers what happens, where the configuration names any; nothing of it is loaded or started before. */
export interface Notifier {
  figures(): readonly DeliveryFigures[] | undefined;
  /** Undefined: nobody is to be told. */
  test(receiver?: string): Promise<readonly TestResult[] | undefined>;
  listed(): readonly NotifiedReceiver[];
  /** It ends: the last that is told. */
  stopping(): void;
  close(): Promise<void>;
}

export interface NotifierOptions {
  /** Folder of what outlives a reboot. */
  readonly dir: string;
  /** As the user calls this gateway, where he does. */
  readonly name: string | undefined;
  readonly loop: Loop;
  readonly hub: EventHub;
  readonly lines: () => readonly LineReply[];
  readonly everySecond: CountedTraffic['everySecond'];
  /** What sends messages; tests put another one in its place. */
  readonly deliver?: typeof startDelivery;
}

/** What sends messages has ended by itself, by a message that it cannot bear or without memory: it begins anew after that. */
const againMs = 60_000;

export function startNotifier(options: NotifierOptions): Notifier {
  const { loop, hub, lines } = options;
  const epochMs = Date.now() - monotonicMs();
  const timeOf = (atMs: number): number => epochMs + atMs;
  const labelOf = (line: string): string => nameOf(routerOf(loop.state), line);
  let thread: DeliveryThread | undefined;
  let receivers: readonly Receiver[] = [];
  let figures: readonly DeliveryFigures[] = [];
  let again: NodeJS.Timeout | undefined;
  const troubles = troubleTeller(loop);

  /** Everything as it is now. */
  const introduce = (...first: readonly Occurrence[]): void => {
    const atMs = timeOf(monotonicMs());
    const { reached, conditions } = loop.state;
    const known = lines();
    const layout = layoutOf(
      routerOf(loop.state),
      known.map(({ line }) => line),
      atMs,
    );
    thread?.occurred([
      layout,
      ...first,
      ...known.map(one => lineOccurrence(one, atMs)),
      ...(reached
        ? [{ kind: 'routes', atMs, lines: linesOfRoutes(activeDefaults(reached.rib), labelOf) } as const]
        : []),
      ...conditions.flatMap(one => ofCondition(one, true, atMs)),
    ]);
  };
  const open = (): DeliveryThread =>
    (options.deliver ?? startDelivery)({
      ...{ file: join(options.dir, 'notify.json'), epochMs, limits: smallThread },
      onSaying(saying) {
        if (saying.kind === 'storage') return troubles.storage(saying.what);
        if (saying.kind === 'figures') {
          figures = saying.figures;
          troubles.alive();
          return troubles.receivers(figures);
        }
        const { receiver, channel, title, delivery } = saying;
        hub.emit({ type: 'notification', atMs: monotonicMs(), receiver, channel, title, ...delivery });
      },
      onError(said) {
        troubles.ended(said);
        again = setTimeout(() => {
          [thread, receivers] = [undefined, []];
          follow();
        }, againMs).unref();
      },
    });
  /** Whom the configuration in force names. */
  const follow = (...first: readonly Occurrence[]): void => {
    const wanted = loop.state.config.notify ?? [];
    const isSame = wanted === receivers && first.length === 0;
    if (isSame || (wanted.length === 0 && !thread)) return;
    receivers = wanted;
    thread ??= open();
    const { identity } = loop.state.config.router.settings;
    thread.invite({ receivers, sender: { gateway: options.name ?? identity, host: hostname() } });
    introduce(...first);
  };
  const end = hub.subscribe(({ event }) => {
    if (event.type === 'config' && event.result !== 'refused') follow();
    if (!thread) return;
    const occurrences = occurrencesOf(event, { labelOf, timeOf });
    if (occurrences.length > 0) thread.occurred(occurrences);
  });
  const turns = lineTurns({
    ...{ everySecond: options.everySecond, lines },
    isWanted: () => thread !== undefined && loop.state.config.pace !== 'jalur',
    hear: line => thread?.occurred([lineOccurrence(line, timeOf(monotonicMs()))]),
  });
  follow({ kind: 'gateway', phase: 'started', atMs: timeOf(monotonicMs()) });
  return {
    figures: () => (thread ? figures : undefined),
    test: async receiver => thread?.test(receiver),
    listed: () => receivers.map(one => listed(one, figures)),
    stopping() {
      end();
      turns.stop();
      clearTimeout(again);
      thread?.occurred([{ kind: 'gateway', phase: 'stopped', atMs: timeOf(monotonicMs()) }]);
    },
    close: async () => thread?.close(),
  };
}

function listed(one: Receiver, all: readonly DeliveryFigures[]): NotifiedReceiver {
  const { name: receiver, channel, events, waitMs, language } = one;
  const { receiver: _, channel: __, ...figures } = all.find(known => known.receiver === receiver) ?? {};
  const known = 'delivered' in figures ? { figures } : {};
  return { receiver, channel: channel.kind, events, waitMs, language, ...known };
}

/** What is wrong with notifications, all of it, as the core hears it. */
function troubleTeller(loop: Loop) {
  const own = new Map<Trouble['failing'], Trouble>();
  let ofReceivers: readonly Trouble[] = [];
  let told = '[]';
  const tell = (): void => {
    const troubles = [...own.values(), ...ofReceivers];
    const text = JSON.stringify(troubles);
    if (text === told) return;
    told = text;
    loop.post({ kind: 'notify', atMs: monotonicMs(), troubles });
  };
  return {
    storage(said: string | undefined) {
      if (said === undefined) own.delete('storage');
      else own.set('storage', { failing: 'storage', receiver: '', said });
      tell();
    },
    /** What sends messages does so again. */
    alive() {
      if (own.delete('ended')) tell();
    },
    ended(said: string) {
      own.set('ended', { failing: 'ended', receiver: '', said });
      tell();
    },
    receivers(figures: readonly DeliveryFigures[]) {
      ofReceivers = figures.flatMap(({ receiver, trouble: said }) =>
        said === undefined ? [] : [{ failing: 'undelivered' as const, receiver, said }],
      );
      tell();
    },
  };
}
