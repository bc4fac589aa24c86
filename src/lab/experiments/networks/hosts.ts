import type { Router } from '../../../model/index.ts';
import type { Ipv4 } from '../../../net/index.ts';
import type { Lease } from '../../../rib/index.ts';
import type { Namespace } from '../../../sys/index.ts';
import { keepLease } from '../../build/dhcp/client.ts';
import type { Lab, LabMachine } from '../../build/lab.ts';
import { placeOn, useAddress } from '../trials/machines.ts';

/** A machine on a network of the router, with the address that it has. */
export interface Host {
  /** The router's interface. */
  readonly on: string;
  readonly ns: Namespace;
  readonly address: Ipv4;
  /** What DHCP gave; undefined: nothing, where the text has a server. `static`: it has none. */
  readonly lease: Lease | undefined | 'static';
}

/** DHCP is over in a few ms where anybody answers. */
const patienceMs = 4000;

/** The first client, and the machine of each further network: with a lease where the text has a DHCP server, else static. */
export async function hostsOf(lab: Lab, router: Router): Promise<readonly Host[]> {
  const [client] = lab.clients;
  const own: Host[] = client
    ? [{ on: lab.topology.router.lan, ns: client.ns, address: client.address, lease: 'static' }]
    : [];
  const others = await Promise.all(lab.machines.map(machine => hostOn(machine, router, lab)));
  return [...own, ...others.flat()];
}

async function hostOn(machine: LabMachine, router: Router, { topology }: Lab): Promise<Host[]> {
  const { on, ns } = machine;
  const place = placeOn(router, on);
  if (!place) return [];
  const served = router.dhcpServers.some(({ disabled, interface: port }) => !disabled && port === on);
  const lease = served ? await ask(machine) : 'static';
  const given = lease === 'static' ? undefined : lease;
  const address = given?.address.address ?? place.address;
  // Without a gateway of its lease it has no way out, as any machine there.
  const gateway = given ? given.gateway : place.gateway;
  useAddress(
    machine,
    { address, length: given?.address.length ?? place.length, gateway },
    topology.congestion,
  );
  return [{ on, ns, address, lease }];
}

function ask({ ns, interface: port, mac, on }: LabMachine): Promise<Lease | undefined> {
  return new Promise(resolve => {
    let end = (): void => {};
    const over = (lease: Lease | undefined): void => {
      clearTimeout(timer);
      resolve(lease);
      setImmediate(() => end());
    };
    const timer = setTimeout(() => over(undefined), patienceMs);
    end = keepLease({ ns, interface: port, mac, hostname: on.replace(/[^a-z0-9-]/gi, '-') }, over);
  });
}
