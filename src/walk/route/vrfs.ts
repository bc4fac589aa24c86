import type { Flight } from '../flight.ts';
import type { Setup } from '../setup.ts';

/** Which interfaces are in a VRF, and in whose table their packets are looked up (docs/routeros.md#vrf). */
export class Vrfs {
  readonly #tables: ReadonlyMap<number, string>;
  readonly #setup: Setup;
  /** Are VRFs asked before the router's own addresses? Then each has its own of them; else one table holds all. */
  readonly #apart: boolean;

  constructor(setup: Setup) {
    const enabled = setup.router.vrfs.filter(({ disabled }) => !disabled);
    const { policyRules } = setup.semantics;
    this.#setup = setup;
    this.#apart = policyRules.indexOf('vrf-lookup') < policyRules.indexOf('local');
    this.#tables = new Map(
      enabled.flatMap(({ table, interfaces }) =>
        interfaces.map(name => [setup.interfaces.id(name), table] as const),
      ),
    );
  }

  /** The VRF table of the interface that a packet came in by; undefined: it is in none. */
  tableOf(flight: Flight): string | undefined {
    return this.#tables.get(flight.in);
  }

  /** Is the packet to an address of the router, seen from the interface it came in by? */
  isForUs({ dst, in: arriving }: Flight): boolean {
    const { local } = this.#setup;
    const holder = local.interfaceOf(dst);
    if (holder !== 0 && this.#apart && arriving !== 0)
      return this.#tables.get(holder) === this.#tables.get(arriving);
    return local.isOwn(dst) || local.isBroadcast(dst) || dst >>> 28 === 14;
  }
}
