import type { Lease } from '../../../rib/index.ts';
import { condition, type OpenConditions, raise, replace } from '../../conditions/index.ts';
import type { GatewayState } from '../state.ts';
import { type UsedLeases, usedLeases } from './used.ts';

const shown = ({ address: { address, length } }: Lease): string => `${address}/${length}`;

const refusedConditions = ({ refused }: UsedLeases) =>
  refused.map(({ lease, fault, instead }) =>
    condition('gateway/lease-refused', {
      ...fault,
      interface: lease.interface,
      given: shown(lease),
      instead: instead ? shown(instead) : '',
    }),
  );

const leftConditions = ({ left }: UsedLeases) =>
  left.map(({ interface: name, fault }) => condition('gateway/lease-part', { ...fault, interface: name }));

/** What is wrong with the leases as they are now. A lease that was lost stays so until there is one, or no client any more. */
export function leaseConditions(state: GatewayState): OpenConditions {
  const used = usedLeases(state);
  const refused = replace(state.conditions, 'gateway/lease-refused', refusedConditions(used));
  const parts = replace(refused, 'gateway/lease-part', leftConditions(used));
  const clients = state.config.router.dhcpClients.filter(({ disabled }) => !disabled);
  const waiting = clients.map(client => client.interface).filter(name => !used.leases[name]);
  const lost = parts.filter(({ code, about }) => code === 'gateway/lease-lost' && waiting.includes(about));
  return replace(parts, 'gateway/lease-lost', lost);
}

/** With those that are lost now. A client that is not wanted any more has lost nothing. */
export function afterLoss(
  open: OpenConditions,
  { config }: GatewayState,
  lost: readonly string[],
  were: Readonly<Record<string, Lease>>,
): OpenConditions {
  const clients = config.router.dhcpClients.filter(({ disabled }) => !disabled);
  return lost
    .filter(name => clients.some(client => client.interface === name))
    .reduce((all, name) => {
      const lease = were[name];
      return raise(
        all,
        condition('gateway/lease-lost', { interface: name, given: lease ? shown(lease) : '' }),
      );
    }, open);
}
