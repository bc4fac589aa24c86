import { type FirewallRule, interfacesMeant, membersOf } from '../../model/index.ts';
import { type Packet, type Prepared, rangeOf, rangesOf, type Trace } from '../../walk/index.ts';
import { enabledRules } from '../classes/bounds.ts';
import type { PacketClass } from '../classes/classes.ts';
import { converseAll } from '../search/conversation.ts';
import { WaysLimit } from '../search/ways-limit.ts';
import { balances } from './connection-marks.ts';
import type { Defect } from './defect.ts';

/**
 * Marking rules to which no packet comes that they are meant for, because rules before them take it: meant are packets
 * with the rule's interface and source. Only of prerouting, where all that arrives comes: who enters other chains, packets
 * that nobody walked decide as well (the router's own, those of unknown addresses).
 */
export function unreachedRules(prepared: Prepared, classes: readonly PacketClass[]): Defect[] {
  // Where no LAN is known, most packets that rules are meant for were not walked.
  if (!classes.some(({ direction }) => direction === 'lan-to-internet')) return [];
  const search = new ReachSearch(prepared);
  for (const { packet } of classes) if (search.isOpen) search.look(packet);
  return search.unreached.map(rule => ({
    invariant: 'marks-are-reached',
    flaw: { kind: balances(rule) ? 'unreached-pcc' : 'unreached-mark' },
    origins: [rule.origin],
  }));
}

function isMarking({ chain, action }: FirewallRule): boolean {
  const marks = action.kind === 'mark-connection' || action.kind === 'mark-routing';
  return marks && chain === 'prerouting';
}

class ReachSearch {
  readonly #prepared: Prepared;
  /** Rules to which no packet has come as yet. */
  readonly #waiting: Set<FirewallRule>;
  /** Those for which a packet was meant. */
  readonly #expected = new Set<FirewallRule>();

  readonly #limit = new WaysLimit();

  constructor(prepared: Prepared) {
    this.#prepared = prepared;
    this.#waiting = new Set(enabledRules(prepared.router).filter(isMarking));
  }

  get isOpen(): boolean {
    return this.#waiting.size > 0;
  }

  get unreached(): FirewallRule[] {
    return [...this.#waiting].filter(rule => this.#expected.has(rule));
  }

  look(packet: Packet): void {
    const reach = (rule: FirewallRule, by: Packet): void => {
      if (this.#waiting.has(rule) && isMeant(this.#prepared, rule, by)) this.#waiting.delete(rule);
    };
    for (const rule of this.#waiting)
      if (this.#isFromInside(rule, packet) && isMeant(this.#prepared, rule, packet)) this.#expected.add(rule);
    // Asked of each rule that does not match; nothing is recorded of it.
    const watchOf = (by: Packet) => (rule: FirewallRule) => {
      reach(rule, by);
      return false;
    };
    for (const { result } of converseAll(this.#prepared, packet, { watchOf, limit: this.#limit }).outcomes)
      for (const trace of [result.first, result.answer, result.later]) this.#matched(trace, reach);
  }

  /** A rule that names no port is not written for what strangers send under the source that it names. */
  #isFromInside({ matchers }: FirewallRule, packet: Packet): boolean {
    const isOfAPort = matchers.some(({ kind }) => kind === 'in-interface' || kind === 'in-interface-list');
    return isOfAPort || !this.#prepared.wans.includes(packet.in ?? '');
  }

  #matched(trace: Trace | undefined, reach: (rule: FirewallRule, by: Packet) => void): void {
    if (!trace) return;
    for (const step of trace.steps) if (step.kind === 'rule') reach(step.rule, trace.packet);
  }
}

/** Has a packet the interface and the source that the rule asks for? */
export function isMeant({ router, setup }: Prepared, { matchers }: FirewallRule, packet: Packet): boolean {
  return matchers.every(matcher => {
    switch (matcher.kind) {
      case 'in-interface':
        return isAmong(interfacesMeant(router, matcher.interface), packet.in) !== matcher.negated;
      case 'in-interface-list':
        return isAmong(membersOf(router, matcher.list), packet.in) !== matcher.negated;
      case 'src-address': {
        const range = rangeOf(matcher.address);
        return !range || isWithin([range], packet.src) !== matcher.negated;
      }
      case 'src-address-list':
        return isWithin(rangesOf(setup, matcher.list), packet.src) !== matcher.negated;
      default:
        return true;
    }
  });
}

const isAmong = (names: readonly string[], name: string | undefined): boolean =>
  name !== undefined && names.includes(name);

const isWithin = (
  ranges: readonly { readonly from: number; readonly to: number }[],
  address: number,
): boolean => ranges.some(({ from, to }) => address >= from && address <= to);
