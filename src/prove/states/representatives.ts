import type { FirewallRule } from '../../model/index.ts';
import type { Exploration, Prepared, Trace } from '../../walk/index.ts';
import type { PacketClass } from '../classes.ts';
import type { Conversation } from '../conversation.ts';

/**
 * Of all classes that arrive somewhere and break nothing while all is well, one of each group for which the same rules
 * act: a fault changes routes, so that the others of the group fare alike.
 */
export class Representatives {
  readonly #found = new Map<string, PacketClass>();
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
    if (!this.#found.has(key)) this.#found.set(key, one);
  }

  /** Those that can be asked in a state: nothing comes by a WAN that is down or dead. */
  in({ world, options: { dead = [] } }: Prepared): PacketClass[] {
    return [...this.#found.values()].filter(
      ({ packet: { in: name } }) =>
        name === undefined || (world.interfaces[name]?.running === true && !dead.includes(name)),
    );
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

const arrives = ({ ending: { kind } }: Trace): boolean => kind === 'delivered' || kind === 'forwarded';
