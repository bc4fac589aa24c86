import type { Flight } from '../flight.ts';
import type { Setup } from '../setup.ts';

/** Which interfaces are in a VRF, and in whose table their packets are looked up (docs/routeros.md#vrf). */
export class Vrfs {
  readonly #tables: ReadonlyMap<number, string>;
  readonly #setup: Setup;

  constructor(setup: Setup) {
    const enabled = setup.router.vrfs.filter(({ disabled }) => !disabled);
    this.#setup = setup;
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

  /** Is the packet to an address of the router, seen from the interface it came in by? Each VRF has its own. */
  isForUs({ dst, in: arriving }: Flight): boolean {
    const { local } = this.#setup;
    const holder = local.interfaceOf(dst);
    if (holder !== 0) return arriving === 0 || this.#tables.get(holder) === this.#tables.get(arriving);
    return local.isOwn(dst) || local.isBroadcast(dst) || dst >>> 28 === 14;
  }
}
