import type { FirewallRule } from '../../model/index.ts';
import { type Exploration, leavingOf, type Prepared, type Trace } from '../../walk/index.ts';
import type { PacketClass } from '../classes/classes.ts';
import type { Conversation } from '../search/conversation.ts';

/**
 * Of all classes that arrive somewhere and break nothing while all is well, one of each group for which the same rules
 * act: a fault changes routes, so that the others of the group fare alike.
 */
export class Representatives {
  readonly #found = new Map<string, Representative>();
  readonly #numbers = new Map<FirewallRule, number>();

  note(one: PacketClass, { outcomes }: Exploration<Conversation>): void {
    if (!outcomes.some(({ result }) => arrives(result.first))) return;
    const { direction, packet, asked, served, lan } = one;
    const key = [
      direction,
      packet.in,
      packet.dst,
      asked?.name,
      served?.service,
      lan,
      ...outcomes.map(({ result }) => `${this.#rules(result.first)};${this.#rules(result.answer)}`),
    ].join(' ');
    const outs = outcomes.flatMap(({ result }) => leavingOf(result.first)?.out ?? []);
    if (!this.#found.has(key)) this.#found.set(key, { one, outs });
  }

  /** Those that can be asked in a state: nothing comes by a WAN that is down or dead, and no probe goes by it. */
  in({ world, options: { dead = [] } }: Prepared): PacketClass[] {
    const lives = (name: string): boolean => world.interfaces[name]?.running === true && !dead.includes(name);
    return [...this.#found.values()]
      .filter(({ one: { packet, asked }, outs }) => {
        const by = [...(packet.in === undefined ? [] : [packet.in]), ...(asked ? outs : [])];
        return by.every(lives);
      })
      .map(({ one }) => one);
  }

  #rules(trace: Trace | undefined): string {
    const rules = trace?.steps.flatMap(step => (step.kind === 'rule' ? [this.#number(step.rule)] : []));
    return rules?.join() ?? '';
  }

  #number(rule: FirewallRule): number {
    const known = this.#numbers.get(rule) ?? this.#numbers.size;
    this.#numbers.set(rule, known);
    return known;
  }
}

interface Representative {
  readonly one: PacketClass;
  /** The interfaces that its first packet leaves by. */
  readonly outs: readonly string[];
}

const arrives = ({ ending: { kind } }: Trace): boolean => kind === 'delivered' || kind === 'forwarded';
