import {
  type FirewallRule,
  isKeptAction,
  type Kept,
  type Origin,
  type Router,
  rulesOf,
  wordsOf,
} from '../model/index.ts';

/** Something that the walk had to take for granted. */
export type Assumption = { readonly origin: Origin } & (
  | { readonly kind: 'kept-action'; readonly action: string }
  /** Only IPv4 is walked. */
  | { readonly kind: 'not-judged'; readonly what: 'IPv6' }
  | { readonly kind: 'unresolved-name'; readonly name: string; readonly list: string }
  /** A service that teaches routes or makes rules of its own, which no text shows. */
  | { readonly kind: 'service'; readonly service: UnseenService }
);

export type UnseenService = 'OSPF' | 'BGP' | 'RIP' | 'UPnP' | 'proxy' | 'SOCKS';

/** Menus whose entries mean that the service works, and those where `enabled=yes` does. */
const unseenServices: Readonly<Record<UnseenService, RegExp>> = {
  OSPF: /^\/routing ospf(-v\d)? (interface|interface-template|network)$/,
  BGP: /^\/routing bgp (connection|peer)$/,
  RIP: /^\/routing rip (interface|interface-template|network)$/,
  UPnP: /^\/ip upnp$/,
  proxy: /^\/ip (web-)?proxy$/,
  SOCKS: /^\/ip socks$/,
};

/** What is not walked: said, so that nobody takes the walk for more than it is. */
export function assumptionsOf(router: Router): Assumption[] {
  const rules = rulesOf(router, 'ipv4').filter(({ disabled }) => !disabled);
  return [...rules.flatMap(unseen), ...unresolved(router), ...notJudged(router), ...services(router)];
}

/** Menus that bring IPv6 to the router's networks. */
const ipv6Menus: ReadonlySet<string> = new Set(['/ipv6 address', '/ipv6 route', '/ipv6 dhcp-client']);

/** Only IPv4 is walked. */
function notJudged(router: Router): Assumption[] {
  const rule = rulesOf(router, 'ipv6').find(({ disabled }) => !disabled);
  const item = router.plain.find(({ menu, disabled }) => !disabled && ipv6Menus.has(menu));
  const first = rule ?? item;
  return first ? [{ kind: 'not-judged', what: 'IPv6', origin: first.origin }] : [];
}

function unseen({ action, origin }: FirewallRule): Assumption[] {
  return isKeptAction(action) ? [{ kind: 'kept-action', action: action.kind, origin }] : [];
}

function unresolved({ addressLists }: Router): Assumption[] {
  return addressLists.flatMap(({ family, address, list, disabled, origin }) =>
    disabled || family !== 'ipv4' || address.kind !== 'name'
      ? []
      : [{ kind: 'unresolved-name', name: address.name, list, origin }],
  );
}

/** Each service once, at the first statement that has it work. */
function services({ kept }: Router): Assumption[] {
  return Object.entries(unseenServices).flatMap(([service, menus]) => {
    const first = kept.find(one => menus.test(one.origin.menu) && works(one));
    return first ? [{ kind: 'service', service: service as UnseenService, origin: first.origin }] : [];
  });
}

function works(statement: Kept): boolean {
  const words = wordsOf(statement);
  return words.has('add') ? words.get('disabled') !== 'yes' : words.get('enabled') === 'yes';
}
