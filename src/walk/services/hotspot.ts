import type { Origin } from '../../model/index.ts';
import type { Flight } from '../flight.ts';
import { addPointOf, ask, type Setup } from '../setup.ts';
import { hotspotServers } from './hotspot-servers.ts';

const icmp = 1;
const dns = 53;

/**
 * Hotspot servers: whether a client has logged in, no text shows. One who has not is answered by the router for DNS
 * and may ping; all else from him is rejected (docs/routeros.md#hotspot).
 */
export class Hotspots {
  readonly #setup: Setup;
  /** By interface. */
  readonly #servers = new Map<number, { readonly point: number; readonly origin: Origin }>();

  constructor(setup: Setup) {
    this.#setup = setup;
    if (!setup.semantics.hotspotServers) return;
    for (const { interface: name, statement } of hotspotServers(setup.router)) {
      const { origin } = statement;
      const asked = { kind: 'open', name: `hotspot on ${name}`, key: 'hotspot' } as const;
      const point = addPointOf(setup, origin, { ...asked, choices: ['auth', 'login'] });
      this.#servers.set(setup.interfaces.id(name), { point, origin });
    }
  }

  /** Is there any? */
  get any(): boolean {
    return this.#servers.size > 0;
  }

  /** Is there one behind this interface? */
  serves(by: number): boolean {
    return this.#servers.has(by);
  }

  /** Has the client behind this interface logged in? Without a server there nobody has. */
  hasLoggedIn(flight: Flight, by: number): boolean {
    const server = this.#servers.get(by);
    if (!server) return false;
    const about = () => ({ same: `hotspot behind ${by}` });
    return ask(this.#setup, flight.state, server.point, 2, about) !== 1;
  }

  /** Where its client has not logged in and it is not let through: the statement of the server. */
  holdsBack(flight: Flight): Origin | undefined {
    const server = this.#servers.get(flight.in);
    if (!server || flight.protocol === icmp || flight.packet.dstPort === dns) return undefined;
    return this.hasLoggedIn(flight, flight.in) ? undefined : server.origin;
  }
}
