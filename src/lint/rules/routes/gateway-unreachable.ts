import { dialInRanges, type IpAddress } from '../../../model/index.ts';
import { ipv4ToNumber, isIpv4, networkOf } from '../../../net/index.ts';
import { isDefaultLike, isLeftToTheRest } from '../../../prove/index.ts';
import { type RibRoute, whyText } from '../../../rib/index.ts';
import { gatewayText, isProbeWithoutRoute, ownGateway } from '../../ask/routes/index.ts';
import type { Found, Rule } from '../../rule.ts';
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
  check: subject => [...toItself(subject), ...toNowhere(subject)],
};

/** The router's own address as gateway: typed for that of the provider. */
function toItself({ router, well }: Subject): Found[] {
  const routes = well.rib.routes.filter(({ source, disabled }) => source === 'static' && !disabled);
  return router.addresses
    .filter(({ disabled }) => !disabled)
    .flatMap(own => {
      const [first, ...more] = routes.filter(({ gateways }) =>
        gateways.some(({ text }) => text === own.address.address),
      );
      return first ? [itself(own, first, more)] : [];
    });
}

const itself = (own: IpAddress, first: RibRoute, more: readonly RibRoute[]): Found => ({
  at: first,
  what: {
    en: `The gateway ${own.address.address} of ${first.destination} in ${first.table} is an address of the router itself, on ${own.interface}.`,
    id: `Gateway ${own.address.address} untuk ${first.destination} di ${first.table} adalah alamat router sendiri, di ${own.interface}.`,
  },
  why: {
    en: 'A router does not send packets on to itself: the route forwards nothing.',
    id: 'Router tidak meneruskan paket ke dirinya sendiri: rute ini tidak membawa apa pun.',
  },
  do: {
    en: `Correct one of the two: the gateway is the provider's address in ${networkOf(own.address)}.`,
    id: `Perbaiki salah satunya: gateway adalah alamat ISP di ${networkOf(own.address)}.`,
  },
  related: [
    { at: own, text: { en: 'The address.', id: 'Alamatnya.' } },
    ...more.map(at => ({ at, text: { en: 'The same gateway.', id: 'Gateway yang sama.' } })),
  ],
});

const toNowhere = (subject: Subject): Found[] =>
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
      fix: isDefaultLike(route) ? ownGateway(subject, route.table) : undefined,
    }));

/**
 * Not where the rest of a text may lead there: with no address of a WAN nobody knows, unless other probe addresses have host
 * routes and this one has none.
 */
function isUnreached(subject: Subject, route: RibRoute): boolean {
  const { router } = subject;
  if (route.source !== 'static' || route.disabled || route.type !== 'unicast') return false;
  if (isProbeWithoutRoute(subject, route)) return true;
  if (route.active || route.gateways.length === 0 || !route.gateways.every(isNowhere)) return false;
  if (route.gateways.some(({ text }) => isOfDialIn(subject, text))) return false;
  return !isLeftToTheRest(router, route) && (!subject.isPart || hasStatedNetworks(subject));
}

/** No route leads to it, or the default route alone, which is not meant as the way to a gateway. */
const isNowhere = ({ why }: RibRoute['gateways'][number]): boolean =>
  why.kind === 'unresolved' || (why.kind === 'scope-too-high' && /\/[01]$/.test(why.destination));

/** Somebody who dials in has it, and is on link then. */
const isOfDialIn = ({ router }: Subject, text: string): boolean =>
  isIpv4(text) &&
  dialInRanges(router).some(
    ({ from, to }) => ipv4ToNumber(text) >= ipv4ToNumber(from) && ipv4ToNumber(text) <= ipv4ToNumber(to),
  );

/** Has some WAN a stated or leased address? */
const hasStatedNetworks = ({ router, wans }: Subject): boolean =>
  wans.some(name =>
    [...router.addresses, ...router.dhcpClients].some(item => item.interface === name && !item.disabled),
  );

const isSame = (one: RibRoute, other: RibRoute): boolean =>
  one.destination === other.destination &&
  one.table === other.table &&
  gatewayText(one) === gatewayText(other);

/** Rings of routes, and scopes that shut a gateway out, have sentences of their own. */
const isSaid = ({ proof }: Subject, { origin }: RibRoute): boolean =>
  proof.defects.some(
    ({ flaw, origins }) => (flaw.kind === 'route-loop' || flaw.kind === 'scope') && origins.includes(origin),
  );
