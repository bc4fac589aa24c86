import { mainTable, type PolicyRule, type RoutingRule } from '../../model/index.ts';
import { prefixRange } from '../../net/index.ts';
import { pccHash } from '../../pcc/index.ts';
import type { Flight } from '../flight.ts';
import { addPoint, type Setup } from '../setup.ts';
import { chosen } from '../state.ts';
import type { Missed } from '../trace.ts';
import { type Entry, type Hop, type RouteTable, routeTables } from './route-table.ts';
import { Vrfs } from './vrfs.ts';

/** What the routing decision says. */
export type Decision =
  | { readonly kind: 'local' }
  | {
      readonly kind: 'forward';
      readonly entry: Entry;
      readonly table: string;
      readonly missed: readonly Missed[];
      readonly rule: RoutingRule | undefined;
    }
  | { readonly kind: 'refused'; readonly rule: RoutingRule }
  | { readonly kind: 'none'; readonly missed: readonly Missed[] };

type RuleTest = (flight: Flight) => boolean;

interface UserRule {
  readonly rule: RoutingRule;
  readonly test: RuleTest;
}

const noMisses: readonly Missed[] = [];

/** Routing tables, rules and marks, and who is asked first (docs/routeros.md#table-look-up). */
export class Routing {
  readonly #setup: Setup;
  readonly #tables: ReadonlyMap<string, RouteTable>;
  readonly #rules: readonly UserRule[];
  readonly #vrfs: Vrfs;
  readonly #hopPoint: number;
  /** Who is asked, in order: v7 looks marks up before the router's own addresses; v6 and our Linux program do not. */
  readonly #order: readonly PolicyRule[];

  constructor(setup: Setup) {
    this.#setup = setup;
    this.#tables = routeTables(setup.rib, setup.interfaces);
    this.#rules = setup.router.routingRules
      .filter(({ disabled }) => !disabled)
      .map(rule => ({ rule, test: ruleTest(setup, rule) }));
    this.#vrfs = new Vrfs(setup);
    this.#hopPoint = addPoint(setup, { kind: 'hop', name: 'ECMP' });
    this.#order = policyOrder(setup);
  }

  /** Where a packet goes by its destination and routing mark as they are now. */
  decide(flight: Flight): Decision {
    const missed: Missed[] | undefined = flight.routingMark === 0 ? undefined : [];
    for (const rule of this.#order) {
      const decision = this.#ask(rule, flight, missed);
      if (decision) return decision;
    }
    return { kind: 'none', missed: missed ?? noMisses };
  }

  /** Chooses a hop of an ECMP entry: by a hash whose seed nobody knows, here a constant. */
  hopOf(flight: Flight, { hops, different, odds }: Entry): Hop | undefined {
    if (different.length < 2) return hops[0];
    const choice = chosen(flight.state, this.#hopPoint, different.length, () => ({
      // ECMP hashes addresses: the same flow takes the same hop each time.
      same: `hop:${different.length}`,
      odds,
    }));
    if (choice >= 0) return different[choice];
    const l4 = this.#setup.router.settings.ip.multipathHashPolicy === 'l4';
    const hash = pccHash(l4 ? 'both-addresses-and-ports' : 'both-addresses', flight, 0x6a616c75, 'packed');
    return hops[hash % hops.length];
  }

  /**
   * Hops of the route to a packet's source, without its mark; undefined: no route. As the kernel does it, source and
   * destination are exchanged, and rules that ask for an interface see none (fib_validate_source).
   */
  wayBack(flight: Flight): readonly Hop[] | undefined {
    const { src, dst, routingMark, in: arriving } = flight;
    const vrf = this.#vrfs.tableOf(flight);
    Object.assign(flight, { src: dst, dst: src, routingMark: 0, in: 0 });
    const decision = vrf === undefined ? this.#byRulesAndMain(flight) : this.#lookIn(flight, vrf);
    Object.assign(flight, { src, dst, routingMark, in: arriving });
    return decision?.kind === 'forward' ? decision.entry.hops : undefined;
  }

  /** Has the table an active route for a destination? */
  leads(table: string, dst: number): boolean {
    return this.#tables.get(table)?.lookup(dst) !== undefined;
  }

  /** v7: a mark `main` sends a packet to main before anybody else is asked; elsewhere it is no mark. */
  #byMark(flight: Flight, missed: Missed[] | undefined): Decision | undefined {
    if (flight.markedForMain) return this.#lookIn(flight, mainTable, missed);
    if (flight.routingMark === 0) return undefined;
    return this.#lookIn(flight, this.#setup.routingMarks.name(flight.routingMark), missed);
  }

  #ask(rule: PolicyRule, flight: Flight, missed: Missed[] | undefined): Decision | undefined {
    switch (rule) {
      case 'vrf-lookup':
        return this.#byVrf(flight, missed);
      case 'vrf-unreach':
        return this.#vrfs.tableOf(flight) === undefined
          ? undefined
          : { kind: 'none', missed: missed ?? noMisses };
      case 'local':
        return this.#vrfs.isForUs(flight) ? { kind: 'local' } : undefined;
      case 'mangle':
        return this.#byMark(flight, missed);
      case 'user':
        return this.#byRules(flight, missed);
      case 'main':
        return this.#lookIn(flight, mainTable, missed);
    }
  }

  /** The table of a VRF holds its own addresses, too. */
  #byVrf(flight: Flight, missed: Missed[] | undefined): Decision | undefined {
    const table = this.#vrfs.tableOf(flight);
    if (table === undefined) return undefined;
    return this.#vrfs.isForUs(flight) ? { kind: 'local' } : this.#lookIn(flight, table, missed);
  }

  #byRulesAndMain(flight: Flight): Decision | undefined {
    return this.#byRules(flight, undefined) ?? this.#lookIn(flight, mainTable);
  }

  #byRules(flight: Flight, missed: Missed[] | undefined): Decision | undefined {
    for (const { rule, test } of this.#rules) {
      if (!test(flight)) continue;
      if (rule.action === 'drop' || rule.action === 'unreachable') return { kind: 'refused', rule };
      const found = this.#lookIn(flight, rule.table ?? mainTable, missed, rule);
      if (found) return found;
      if (rule.action === 'lookup-only-in-table') return { kind: 'refused', rule };
    }
    return undefined;
  }

  #lookIn(flight: Flight, table: string, missed?: Missed[], rule?: RoutingRule): Decision | undefined {
    const entry = this.#tables.get(table)?.lookup(flight.dst, rule?.minPrefix);
    if (entry) return { kind: 'forward', entry, table, missed: missed ?? noMisses, rule };
    missed?.push({ table, why: rule?.minPrefix === undefined ? 'no-active-route' : 'suppressed' });
    return undefined;
  }
}

/** The order of `/routing settings policy-rules` where that can be set. */
function policyOrder({ router, semantics }: Setup): readonly PolicyRule[] {
  const stated = router.settings.routing.properties['policy-rules'];
  if (stated === undefined || !semantics.policyRulesSetting) return semantics.policyRules;
  const known: readonly string[] = semantics.policyRules;
  return stated.split(',').filter((word): word is PolicyRule => known.includes(word));
}

function ruleTest({ interfaces, routingMarks }: Setup, rule: RoutingRule): RuleTest {
  const src = rule.srcAddress === undefined ? undefined : prefixRange(rule.srcAddress);
  const dst = rule.dstAddress === undefined ? undefined : prefixRange(rule.dstAddress);
  const arriving = rule.interface === undefined ? undefined : interfaces.id(rule.interface);
  const mark = rule.routingMark === undefined ? undefined : routingMarks.id(rule.routingMark);
  return flight =>
    (!src || (flight.src >= src.from && flight.src <= src.to)) &&
    (!dst || (flight.dst >= dst.from && flight.dst <= dst.to)) &&
    (arriving === undefined || flight.in === arriving) &&
    (mark === undefined || flight.routingMark === mark);
}
