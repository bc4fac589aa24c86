import { behaviourOf } from '../../compile/index.ts';
import {
  contentOf,
  hashStart,
  hashText,
  type Item,
  type Netwatch,
  type Router,
  rolesOf,
  semanticsOf,
  withRoles,
} from '../../model/index.ts';
import { type Fault, situationOf, type World } from '../../rib/index.ts';
import { type Globals, type RouterState, runScript, scriptCouldChange } from '../../rsc/index.ts';
import { type Prepared, prepare } from '../prepare.ts';
import { type EventPoint, pointOf, pointOfItem } from './point.ts';
import { type Status, statusOf } from './probe.ts';
import { sayTheSame } from './same.ts';
import { atTimes, type Due, type LinesUp, linesUp, often, onLines } from './scripts.ts';
import type { Phase, Ran, Running, Settled, SettleOptions } from './settled.ts';
import { shownState, worldAfter } from './world.ts';

/** A port that a script takes the default route from is a WAN all the same. */
function withWansOf(text: Router, router: Router): Router {
  const [before, now] = [rolesOf(text), rolesOf(router)];
  if (before.wans.every(name => now.wans.includes(name))) return router;
  return withRoles(router, { ...router.roles, wans: [...new Set([...before.wans, ...now.wans])] });
}

/** What happens on a router, one after the other, until it rests. */
export class Events {
  readonly #text: Router;
  readonly #base: World;
  readonly #faults: readonly Fault[];
  readonly #options: SettleOptions;
  #globals: Globals;
  readonly #statuses: Map<string, Status>;
  readonly #points = new Map<string, EventPoint>();
  #ran: readonly Due[];
  #router: Router;
  readonly #happened: Ran[] = [];
  /** Ids of items whose hour a user says has come. */
  readonly #hoursRun = new Set<string>();
  /** How often the scheduler has run what it runs every few minutes. */
  #rounds = 0;
  #up: LinesUp;
  #phase: Phase;
  /** The router that `#phase` is of. */
  #lookedAt: Router;
  /** What probes have found since a script has changed something. */
  #walked: Walked | undefined;
  /** What scripts were shown last. */
  #shown: { readonly router: Router; readonly phase: Phase; readonly state: RouterState } | undefined;

  constructor(running: Running, faults: readonly Fault[], options: SettleOptions) {
    this.#text = running.text;
    this.#base = running.base;
    this.#router = running.router;
    this.#lookedAt = running.router;
    this.#up = running.up;
    this.#faults = faults;
    this.#options = options;
    this.#globals = running.globals;
    this.#statuses = new Map(running.statuses);
    this.#ran = running.ran;
    for (const point of running.points) this.#points.set(point.id, point);
    this.#phase = this.#situation();
  }

  /** Looks at the router as it is now, if a script has changed it since. */
  #look(): void {
    if (this.#lookedAt === this.#router) return;
    this.#lookedAt = this.#router;
    this.#phase = this.#situation();
  }

  #situation(): Phase {
    const isSeen = this.#options.observed !== undefined;
    const world = worldAfter(this.#text, this.#router, this.#base, isSeen);
    const router = withWansOf(this.#text, this.#router);
    return { ...situationOf(router, world, this.#faults, this.#options), router };
  }

  run(due: Due): void {
    const { engine } = this.#options;
    const answer = (line: number) => {
      const said = this.#said('script', line);
      return said === undefined ? undefined : said === 'yes';
    };
    const globals: Globals = new Map(this.#globals);
    const ran = runScript(this.#router, due, {
      given: { ...due.given },
      state: this.#state(),
      globals,
      answer,
    });
    const open = ran.open.map(pointOf);
    for (const one of open) this.#points.set(one.id, one);
    const isDone = open.length === 0 || semanticsOf(this.#router.version, engine).halfScripts;
    const isChange = isDone && !sayTheSame(ran.router, this.#router);
    this.#happened.push({ script: due, isChange, open, forgotten: isDone ? ran.forgotten : [] });
    if (!isDone) return;
    this.#globals = globals;
    if (isChange) this.#take(due, ran.router);
  }

  /** What scripts see: without routes where a script has changed something since they were looked at. */
  #state(): RouterState {
    const known = this.#shown;
    if (known?.phase === this.#phase && known.router === this.#router) return known.state;
    const { world, rib } = this.#phase;
    const state = shownState(this.#router, world, this.#lookedAt === this.#router ? rib : undefined);
    this.#shown = { router: this.#router, phase: this.#phase, state };
    return state;
  }

  /** What a user answers to what is open. */
  #said(kind: EventPoint['kind'], line: number): string | undefined {
    return this.#options.assume?.[`${kind}@${line}`];
  }

  #take(due: Due, router: Router): void {
    this.#ran = [...this.#ran.filter(one => !isSame(one, due)), due];
    this.#router = router;
  }

  #open(point: EventPoint): void {
    this.#points.set(point.id, point);
  }

  /** Lines first, then probes, until neither changes anything. */
  settle(isFirst: boolean): Settled {
    const seen: Round[] = [];
    for (const due of this.#hours()) this.run(due);
    for (let first = isFirst; ; first = false) {
      this.#look();
      const isMoved = this.#lines(first);
      if (isMoved) this.#look();
      const now = { router: this.#router, phase: this.#phase, statuses: new Map(this.#statuses) };
      const again = seen.findIndex(one => isAlike(one, now));
      // The same as just before is rest: nothing has changed in between.
      if (again >= 0 && again < seen.length - 1) return this.#flapping(seen.slice(again));
      seen.push(now);
      if (!this.#probes() && !isMoved && !this.#polls() && !this.#answered()) return this.#rest();
    }
  }

  #lines(isFirst: boolean): boolean {
    const before = this.#router;
    const now = linesUp(this.#phase.world);
    const due = onLines(this.#router, this.#phase.world, this.#up, now, isFirst);
    this.#up = now;
    for (const one of due) this.run(one);
    return this.#router !== before;
  }

  /** What the scheduler runs now, as a gateway sees it. */
  #hours(): Due[] {
    const { observed } = this.#options;
    return observed ? often(this.#router).filter(({ item }) => observed.due.includes(item.id)) : [];
  }

  /** Looks at every probe, then runs the scripts of those that changed; false: none did. */
  #probes(): boolean {
    const probes = probesOf(this.#router, this.#options);
    if (probes.length === 0) return false;
    const find = this.#finder();
    const changed = probes.flatMap((probe): [Netwatch, Status][] => {
      const status = find(probe);
      return status === undefined || status === this.#statuses.get(probe.id) ? [] : [[probe, status]];
    });
    for (const [probe, status] of changed) this.#turn(probe, status);
    return changed.length > 0;
  }

  /** What a probe finds: as it was observed, or as it is walked. */
  #finder(): (probe: Netwatch) => Status | undefined {
    const { observed } = this.#options;
    if (observed) return ({ id }) => observed.found[id];
    if (this.#walked?.phase !== this.#phase) this.#walked = this.#walk();
    return this.#walked.find;
  }

  /** Walks probes of one phase, each once. */
  #walk(): Walked {
    const { engine = 'routeros' } = this.#options;
    const phase = this.#phase;
    const { router, rib, world, dead } = phase;
    const said = ({ origin }: Netwatch) => this.#said('netwatch', origin.span.start.line);
    const behaviour = behaviourOf(engine, router, rib, world);
    const prepared = prepare(router, rib, world, { engine: behaviour, seed: 0, dead });
    const found = new Map<Netwatch, Status>();
    const find = (probe: Netwatch): Status => {
      const status = found.get(probe) ?? statusOf(prepared, probe, this.#faults);
      found.set(probe, status);
      const answer = status === 'open' ? said(probe) : undefined;
      return answer === 'up' || answer === 'down' ? answer : status;
    };
    return { phase, prepared, find };
  }

  #turn(probe: Netwatch, status: Status): void {
    const before = this.#statuses.get(probe.id);
    this.#statuses.set(probe.id, status);
    const { host, type, comment } = probe;
    const given = { host, type, comment, name: probe.properties['name'] ?? '', status };
    const script = { item: probe, property: `${status}-script`, given };
    if (status === 'open') {
      const both = [probe.upScript, probe.downScript].map(text => ({
        item: probe,
        property: 'up-script',
        text,
      }));
      if (both.some(held => scriptCouldChange(this.#router, held)))
        this.#open(pointOfItem(probe, 'netwatch', probe.host));
      return;
    }
    const isIgnored = before === undefined && probe.properties[`ignore-initial-${status}`] === 'yes';
    const text = status === 'up' ? probe.upScript : probe.downScript;
    if (!isIgnored && text !== '') this.run({ ...script, text });
  }

  #rest(): Settled {
    this.#timed();
    const points = [...this.#points.values()];
    const ran = this.#ran.filter(isOfDown);
    const prepared = this.#walked?.phase === this.#phase ? this.#walked.prepared : undefined;
    return { ...this.#phase, prepared, points, ran, happened: this.#happened, running: this.#running() };
  }

  #flapping(round: readonly Round[]): Settled {
    const probes = this.#router.netwatch.filter(
      ({ id }) => new Set(round.map(({ statuses }) => statuses.get(id))).size > 1,
    );
    const settled = this.#rest();
    for (const probe of probes) this.#open(pointOfItem(probe, 'flapping', probe.host));
    const phases = round.map(({ phase }) => phase);
    return { ...settled, points: [...this.#points.values()], flapping: { probes, phases } };
  }

  #running(): Running {
    return {
      text: this.#text,
      router: this.#router,
      base: this.#base,
      up: this.#up,
      statuses: this.#statuses,
      globals: this.#globals,
      points: [...this.#points.values()],
      ran: this.#ran,
    };
  }

  /** What the scheduler runs every few minutes comes to pass, where all of it is certain; false: it changes nothing. */
  #polls(): boolean {
    if (this.#options.observed) return false;
    const before = this.#router;
    for (let counted = ''; counted !== globalsKey(this.#globals) && ++this.#rounds <= mostRounds; ) {
      counted = globalsKey(this.#globals);
      this.#pollOnce();
    }
    return !sayAlike(this.#router, before);
  }

  #pollOnce(): void {
    for (const due of often(this.#router)) {
      if (!scriptCouldChange(this.#router, due)) continue;
      const [router, ran, known] = [this.#router, this.#ran, this.#points.size];
      this.run(due);
      if (this.#points.size > known) [this.#router, this.#ran] = [router, ran];
    }
  }

  /** What a user says has run, once; false: it changes nothing. */
  #answered(): boolean {
    const before = this.#router;
    const said = hourly(this.#router).filter(
      due => this.#ofHour(due) === 'yes' && !this.#hoursRun.has(due.item.id),
    );
    for (const due of said) {
      this.#hoursRun.add(due.item.id);
      this.run(due);
    }
    return !sayAlike(this.#router, before);
  }

  #ofHour({ item }: Due): string | undefined {
    return this.#said('scheduler', item.origin.span.start.line);
  }

  /** What runs at its hour, again and again, or at each test: where it would change something now, that is open. */
  #timed(): void {
    if (this.#options.observed) return;
    for (const due of hourly(this.#router)) {
      if (this.#ofHour(due) !== undefined || !scriptCouldChange(this.#router, due)) continue;
      const [before, ran] = [this.#router, this.#ran];
      const known = this.#points.size;
      this.run(due);
      const isChanged = this.#router !== before;
      [this.#router, this.#ran] = [before, ran];
      if (isChanged && this.#points.size === known) this.#open(pointOfItem(due.item, 'scheduler', due.text));
    }
  }
}

/** A router as it was when its probes were asked. */
interface Round {
  readonly router: Router;
  readonly phase: Phase;
  readonly statuses: ReadonlyMap<string, Status>;
}

/** What probes find in one phase. */
interface Walked {
  readonly phase: Phase;
  readonly prepared: Prepared;
  readonly find: (probe: Netwatch) => Status;
}

const isAlike = (one: Round, other: Round): boolean =>
  JSON.stringify([...one.statuses]) === JSON.stringify([...other.statuses]) &&
  sayAlike(one.router, other.router);

/** Is what scripts can change the same? */
const sayAlike = (one: Router, other: Router): boolean => one === other || keyOf(one) === keyOf(other);

function keyOf({
  routes,
  routingRules,
  firewall,
  addresses,
  dhcpClients,
  interfaces,
  addressLists,
}: Router): string {
  const { raw, mangle, nat, filter } = firewall.ipv4;
  const items = [
    routes,
    routingRules,
    raw,
    mangle,
    nat,
    filter,
    addresses,
    dhcpClients,
    interfaces,
    addressLists,
  ];
  return items.map(hashOf).join(' ');
}

/** Lists are replaced as a whole where a script changes one of their items; all others are asked for again and again. */
const hashes = new WeakMap<readonly Item[], number>();

function hashOf(items: readonly Item[]): number {
  const known = hashes.get(items);
  if (known !== undefined) return known;
  const hash = items.reduce((sum, item) => hashText(sum, contentOf(item)), hashStart);
  hashes.set(items, hash);
  return hash;
}

/** Scripts that count are run so often, until what they count for happens. */
const mostRounds = 30;

/** What global variables hold, as far as it is known. */
const globalsKey = (globals: Globals): string =>
  JSON.stringify(
    [...globals].map(([name, datum]) => [name, datum.kind === 'scalar' ? datum.text : datum.kind]),
  );

/** What runs at some time. */
const hourly = (router: Router): Due[] => [...often(router), ...atTimes(router), ...testScripts(router)];

/** Probes with scripts, of the types that the engine sends. */
export function probesOf(
  { version, netwatch }: Router,
  { engine }: Pick<SettleOptions, 'engine'>,
): Netwatch[] {
  const { netwatchTypes } = semanticsOf(version, engine);
  return netwatch.filter(
    ({ disabled, upScript, downScript, type }) =>
      !disabled && `${upScript}${downScript}` !== '' && netwatchTypes.includes(type),
  );
}

const isOfDown = ({ property, given }: Due): boolean =>
  property === 'down-script' || property === 'on-down' || given['bound'] === '0';

const isSame = (a: Due, b: Due): boolean => a.item.id === b.item.id && a.property === b.property;

const testScripts = ({ netwatch }: Router): Due[] =>
  netwatch.flatMap(item => {
    const text = item.properties['test-script'] ?? '';
    return item.disabled || text === '' ? [] : [{ item, property: 'test-script', text, given: {} }];
  });
