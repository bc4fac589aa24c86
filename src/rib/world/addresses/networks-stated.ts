import { networkReached, type Router } from '../../../model/index.ts';
import type { Ipv4Prefix } from '../../../net/index.ts';
import { openGateways } from '../wan-gateways.ts';

/** Networks of the router's addresses, and gateways whose network is not known: no LAN lies there. */
export const networksStated = (router: Router): Ipv4Prefix[] => [
  ...router.addresses.filter(({ disabled }) => !disabled).map(networkReached),
  ...openGateways(router).map((gateway): Ipv4Prefix => `${gateway}/32`),
];
