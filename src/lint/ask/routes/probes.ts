import { networkReached, type Router } from '../../../model/index.ts';
import { isIpv4, isPrivateNetwork, prefixContains, splitPrefix } from '../../../net/index.ts';
import type { RibRoute } from '../../../rib/index.ts';
import type { Subject } from '../../subject.ts';

/**
 * Has a route a host outside as its gateway, to which no host route leads, beside others for the same destination whose
 * gateways have one? A default route that nothing checks may have the provider's own gateway.
 */
export function isProbeWithoutRoute(
  { router, well }: Pick<Subject, 'router' | 'well'>,
  { destination, gateways, checkGateway }: RibRoute,
): boolean {
  const [gateway, ...more] = gateways;
  if (!gateway || more.length > 0 || !isOutside(router, gateway.text)) return false;
  if (checkGateway === 'none' && splitPrefix(destination).length < 32) return false;
  const routes = well.rib.routes.filter(({ source, disabled }) => source === 'static' && !disabled);
  const hosts = routes.filter(route => route.destination.endsWith('/32'));
  const leadsTo = (text: string): boolean => hosts.some(route => route.destination === `${text}/32`);
  const isNextHop = hosts.some(
    route => route.destination !== destination && route.gateways.some(({ text }) => text === gateway.text),
  );
  const isBesideProbes = routes.some(
    route => route.destination === destination && route.gateways.some(({ text }) => leadsTo(text)),
  );
  return isBesideProbes && !isNextHop && !leadsTo(gateway.text);
}

/** Public, and in no network that the text states. */
const isOutside = (router: Router, text: string): boolean =>
  isIpv4(text) &&
  !isPrivateNetwork(`${text}/32`) &&
  !router.addresses.some(item => prefixContains(networkReached(item), text));
