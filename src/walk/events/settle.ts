import {
  contentOf,
  type Engine,
  hashStart,
  hashText,
  type Netwatch,
  type Router,
  rolesOf,
  semanticsOf,
  withRoles,
} from '../../model/index.ts';
import { type Fault, type RibOptions, type Situation, situationOf, type World } from '../../rib/index.ts';
import { type Globals, runScript, scriptCouldChange } from '../../rsc/index.ts';
import type { OpenQuestion } from '../point.ts';
import { prepare } from '../prepare.ts';
import { type EventPoint, pointOf, pointOfItem } from './point.ts';
import { type Status, statusOf } from './probe.ts';
import { atStartup, atTimes, type Due, isOften, linesUp, onLines } from './scripts.ts';
import { shownState, worldAfter } from './world.ts';

/** A state of the world in which a configuration is what its scripts have made of it. */
export interface Phase extends Situation {
  readonly router: Router;
}

/** Probes that go up and down for ever, because of what their scripts do. */
interface Flapping {
  readonly probes: readonly Netwatch[];
  /** The states between which the router goes. */
  readonly phases: readonly Phase[];
}

/** How a router comes to rest. */
export interface Settled extends Phase {
  /** Statements of scripts that are not certain, and events of which nobody knows whether they happen. */
  readonly points: readonly EventPoint[];
  readonly flapping?: Flapping | undefined;
  /** Scripts of what has gone down that have changed something, in order. */
  readonly ran: readonly Due[];
  /** Where its next events start from. */
  readonly running: Running;
}

/** A router with what its events have made of it so far. */
interface Running {
  readonly text: Router;
  readonly router: Router;
  /** The world of the text. */
  readonly base: World;
  readonly up: ReadonlySet<string>;
  readonly statuses: ReadonlyMap<string, Status>;
  readonly globals: Globals;
  readonly points: readonly EventPoint[];
  readonly ran: readonly Due[];
}

export interface SettleOptions extends RibOptions {
  /** `script@12`: `yes` or `no` for the condition of line 12. */
  readonly assume?: Readonly<Record<string, string>> | undefined;
  /** Whose scripts run; RouterOS's where not said. */
  readonly engine?: Engine | undefined;
}

/** Runs the scripts of a router until nothing changes any more: at its start, then as these faults happen. */
export function settle(
  router: Router,
  world: World,
  faults: readonly Fault[] = [],
  options: SettleOptions = {},
): Settled {
  const well = settleWell(router, world, options);
  return faults.length === 0 ? well : settleAfter(well, faults, options);
}

/** The router after its start, before anything fails. */
export function settleWell(router: Router, world: World, options: SettleOptions = {}): Settled {
  const before: Running = {
    text: router,
    router,
    base: world,
    up: new Set(),
    statuses: new Map(),
    globals: new Map(),
    points: [],
    ran: [],
  };
  if (!hasScripts(router)) return atRest(before, [], options);
  const events = new Events(before, [], options);
  if (runsAll(router, options)) for (const due of atStartup(router)) events.run(due);
  return events.settle(true);
}

/** Do netwatch and the scheduler run scripts, beside leases and lines? */
const runsAll = ({ version }: Router, { engine }: SettleOptions): boolean =>
  semanticsOf(version, engine).scriptEvents === 'all';

/** The same router as these faults happen. */
export function settleAfter({ running }: Settled, faults: readonly Fault[], options: SettleOptions): Settled {
  if (!hasScripts(running.text)) return atRest(running, faults, options);
  return new Events(running, faults, options).settle(false);
}

/** Conditions of scripts that a user can settle. */
export function scriptQuestions(router: Router, world: World): OpenQuestion[] {
  return settle(router, world)
    .points.filter(({ choices }) => choices.length > 0)
    .map(({ line, choices }) => ({ questions: [`script@${line}`], answers: choices }));
}

const hasScripts = ({ netwatch, dhcpClients, plain }: Router): boolean =>
  netwatch.some(
    ({ upScript, downScript, properties }) =>
      `${upScript}${downScript}${properties['test-script'] ?? ''}` !== '',
  ) ||
  dhcpClients.some(({ script }) => script !== '') ||
  plain.some(({ properties }) =>
    ['on-up', 'on-down', 'on-event'].some(name => (properties[name] ?? '') !== ''),
  );

function atRest(running: Running, faults: readonly Fault[], options: SettleOptions): Settled {
  const { router, base } = running;
  return { ...situationOf(router, base, faults, options), router, points: [], ran: [], running };
}

/** A port that a script takes the default route from is a WAN all the same. */
function withWansOf(text: Router, router: Router): Router {
  const [before, now] = [rolesOf(text), rolesOf(router)];
  if (before.wans.every(name => now.wans.includes(name))) return router;
  return withRoles(router, { ...router.roles, wans: [...new Set([...before.wans, ...now.wans])] });
}

class Events {
  readonly #text: Router;
  readonly #base: World;
  readonly #faults: readonly Fault[];
  readonly #options: SettleOptions;
  readonly #globals: Globals;
  readonly #statuses: Map<string, Status>;
  readonly #points = new Map<string, EventPoint>();
  #ran: readonly Due[];
  #router: Router;
  #up: ReadonlySet<string>;
  #phase: Phase;

  constructor(running: Running, faults: readonly Fault[], options: SettleOptions) {
    this.#text = running.text;
    this.#base = running.base;
    this.#router = running.router;
    this.#up = running.up;
    this.#faults = faults;
    this.#options = options;
    this.#globals = new Map(running.globals);
    this.#statuses = new Map(running.statuses);
    this.#ran = running.ran;
    for (const point of running.points) this.#points.set(point.id, point);
    this.#phase = this.#look();
  }

  #look(): Phase {
    const world = worldAfter(this.#text, this.#router, this.#base);
    const router = withWansOf(this.#text, this.#router);
    return { ...situationOf(router, world, this.#faults, this.#options), router };
  }

  run(due: Due): void {
    const { world } = this.#phase;
    const given = { ...due.given };
    const { assume = {} } = this.#options;
    const answer = (line: number) => {
      const said = assume[`script@${line}`];
      return said === undefined ? undefined : said === 'yes';
    };
    const state = shownState(this.#router, world);
    const ran = runScript(this.#router, due, { given, state, globals: this.#globals, answer });
    for (const one of ran.open) this.#open(pointOf(one));
    if (ran.router !== this.#router) this.#ran = [...this.#ran.filter(one => !isSame(one, due)), due];
    this.#router = ran.router;
  }

  #open(point: EventPoint): void {
    this.#points.set(point.id, point);
  }

  /** Lines first, then probes, until neither changes anything. */
  settle(isFirst: boolean): Settled {
    const seen: {
      readonly key: string;
      readonly phase: Phase;
      readonly statuses: ReadonlyMap<string, Status>;
    }[] = [];
    for (let first = isFirst; ; first = false) {
      this.#phase = this.#look();
      const isMoved = this.#lines(first);
      if (isMoved) this.#phase = this.#look();
      const key = this.#key();
      const again = seen.findIndex(one => one.key === key);
      // The same as just before is rest: nothing has changed in between.
      if (again >= 0 && again < seen.length - 1) return this.#flapping(seen.slice(again));
      seen.push({ key, phase: this.#phase, statuses: new Map(this.#statuses) });
      if (!this.#probes() && !isMoved && !this.#polls()) return this.#rest();
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

  /** Looks at every probe, then runs the scripts of those that changed; false: none did. */
  #probes(): boolean {
    const { router, rib, world, dead } = this.#phase;
    if (!runsAll(router, this.#options) || router.netwatch.length === 0) return false;
    const prepared = prepare(router, rib, world, { engine: 'routeros', seed: 0, dead });
    const changed: [Netwatch, Status][] = [];
    for (const probe of router.netwatch) {
      if (probe.disabled || `${probe.upScript}${probe.downScript}` === '') continue;
      const status = statusOf(prepared, probe, this.#faults);
      if (status !== this.#statuses.get(probe.id)) changed.push([probe, status]);
    }
    for (const [probe, status] of changed) this.#turn(probe, status);
    return changed.length > 0;
  }

  #turn(probe: Netwatch, status: Status): void {
    const before = this.#statuses.get(probe.id);
    this.#statuses.set(probe.id, status);
    const script = { item: probe, property: `${status}-script`, given: {} };
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

  /** What the answer would be the same for: states of probes, and what scripts can change. */
  #key(): string {
    const { routes, routingRules, firewall, addresses, dhcpClients, interfaces, addressLists } = this.#router;
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
    let hash = hashStart;
    for (const item of items.flat()) hash = hashText(hash, contentOf(item));
    return `${hash} ${JSON.stringify([...this.#statuses])}`;
  }

  #rest(): Settled {
    this.#timed();
    const points = [...this.#points.values()];
    return { ...this.#phase, points, ran: this.#ran.filter(isOfDown), running: this.#running() };
  }

  #flapping(
    round: readonly { readonly phase: Phase; readonly statuses: ReadonlyMap<string, Status> }[],
  ): Settled {
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
    if (!runsAll(this.#router, this.#options)) return false;
    const before = this.#key();
    for (const due of atTimes(this.#router)) {
      if (!isOften(due.item) || !scriptCouldChange(this.#router, due)) continue;
      const [router, ran, known] = [this.#router, this.#ran, this.#points.size];
      this.run(due);
      if (this.#points.size > known) [this.#router, this.#ran] = [router, ran];
    }
    return this.#key() !== before;
  }

  /** What runs at its hour, again and again, or at each test: where it would change something now, that is open. */
  #timed(): void {
    if (!runsAll(this.#router, this.#options)) return;
    for (const due of [...atTimes(this.#router), ...testScripts(this.#router)]) {
      if (!scriptCouldChange(this.#router, due)) continue;
      const [before, ran] = [this.#router, this.#ran];
      const known = this.#points.size;
      this.run(due);
      const isChanged = this.#router !== before;
      [this.#router, this.#ran] = [before, ran];
      if (isChanged && this.#points.size === known) this.#open(pointOfItem(due.item, 'scheduler', due.text));
    }
  }
}

const isOfDown = ({ property, given }: Due): boolean =>
  property === 'down-script' || property === 'on-down' || given['bound'] === '0';

const isSame = (a: Due, b: Due): boolean => a.item.id === b.item.id && a.property === b.property;

const testScripts = ({ netwatch }: Router): Due[] =>
  netwatch.flatMap(item => {
    const text = item.properties['test-script'] ?? '';
    return item.disabled || text === '' ? [] : [{ item, property: 'test-script', text, given: {} }];
  });
