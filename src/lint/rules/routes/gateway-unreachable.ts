import { networkReached, type Router } from '../../../model/index.ts';
import { isIpv4, isPrivateNetwork, prefixContains } from '../../../net/index.ts';
import { isLeftToTheRest } from '../../../prove/index.ts';
import { type RibRoute, whyText } from '../../../rib/index.ts';
import { gatewayText } from '../../ask/routes.ts';
import type { Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** A gateway that lies in no network of the router (docs/routeros.md#scope). */
export const gatewayUnreachable: Rule = {
  id: 'routes/gateway-unreachable',
  level: 'error',
  title: { en: 'A gateway that is not reached', id: 'Gateway yang tidak terjangkau' },
  why: {
    en: 'The route is never active: what it is for goes by other routes, or nowhere.',
    id: 'Rute ini tidak pernah aktif: tujuannya mengikuti rute lain, atau tidak sampai.',
  },
  check: subject =>
    subject.well.rib.routes
      .filter(route => isUnreached(subject, route) && !isSaid(subject, route))
      .filter((route, at, all) => all.findIndex(other => isSame(other, route)) === at)
      .map(route => ({
        at: route,
        isLikely: subject.isPart && !hasStatedNetworks(subject),
        what: {
          en: `The gateway ${gatewayText(route)} of ${route.destination} in ${route.table} lies in no network of the router.`,
          id: `Gateway ${gatewayText(route)} untuk ${route.destination} di ${route.table} tidak berada di jaringan router.`,
        },
        why: route.why && {
          en: `The route is never active: ${whyText(route.why, 'en')}`,
          id: `Rute ini tidak pernah aktif: ${whyText(route.why, 'id')}`,
        },
        do: {
          en: 'Give it the gateway of that line, which lies in the network of its interface; a probe address needs a host route of its own.',
          id: 'Beri gateway jalur itu, yang berada di jaringan interface-nya; alamat pengecekan perlu host route sendiri.',
        },
      })),
};

/**
 * Not where the rest of a text may lead there: with no address of a WAN nobody knows, unless other probe addresses have host
 * routes and this one has none.
 */
function isUnreached(subject: Subject, route: RibRoute): boolean {
  const { router } = subject;
  if (route.source !== 'static' || route.disabled || route.type !== 'unicast') return false;
  if (isProbeWithoutRoute(subject, route)) return true;
  if (route.active || route.gateways.length === 0 || !route.gateways.every(isNowhere)) return false;
  return !isLeftToTheRest(router, route) && (!subject.isPart || hasStatedNetworks(subject));
}

/** No route leads to it, or the default route alone, which is not meant as the way to a gateway. */
const isNowhere = ({ why }: RibRoute['gateways'][number]): boolean =>
  why.kind === 'unresolved' || (why.kind === 'scope-too-high' && /\/[01]$/.test(why.destination));

/** Has some WAN a stated or leased address? */
const hasStatedNetworks = ({ router, wans }: Subject): boolean =>
  wans.some(name =>
    [...router.addresses, ...router.dhcpClients].some(item => item.interface === name && !item.disabled),
  );

/** A host outside as gateway, beside others for the same destination, to which host routes lead. */
function isProbeWithoutRoute({ router, well }: Subject, { destination, gateways }: RibRoute): boolean {
  const [gateway, ...more] = gateways;
  if (!gateway || more.length > 0 || !isOutside(router, gateway.text)) return false;
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

const isSame = (one: RibRoute, other: RibRoute): boolean =>
  one.destination === other.destination &&
  one.table === other.table &&
  gatewayText(one) === gatewayText(other);

/** Rings of routes, and scopes that shut a gateway out, have sentences of their own. */
const isSaid = ({ proof }: Subject, { origin }: RibRoute): boolean =>
  proof.defects.some(
    ({ flaw, origins }) => (flaw.kind === 'route-loop' || flaw.kind === 'scope') && origins.includes(origin),
  );
