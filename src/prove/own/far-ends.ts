import { type Router, type StatedItem, statedItems } from '../../model/index.ts';
import { canonicalIpv6, isIpv4 } from '../../net/index.ts';
import { type OtherEnd, otherEnd } from './other-end.ts';

/** First packets of tunnels to their far ends, as text states those. */
export function farEnds(router: Router): OtherEnd[] {
  const off = new Set(router.interfaces.filter(item => item.disabled).map(({ name }) => name));
  const ports = wireGuardPorts(router);
  const found = statedItems(
    router,
    /^\/(?:interface (?:wireguard peers|gre|eoip|ipip|\w+-client)|ip ipsec peer)$/,
  );
  return found
    .flatMap(item => endOf(item, ports))
    .filter(
      ({ name, tunnel }) => name !== '' && name !== '0.0.0.0' && !(tunnel !== undefined && off.has(tunnel)),
    );
}

function endOf({ menu, properties }: StatedItem, ports: ReadonlyMap<string, number>): OtherEnd[] {
  const said = (name: string): string => properties[name] ?? '';
  const tunnel = said('name');
  switch (menu) {
    case '/interface wireguard peers':
      return [wireGuard(properties, ports)];
    case '/interface l2tp-client':
      return [
        securely(
          said('use-ipsec') === 'yes',
          placedAt(said('src-address'), otherEnd('L2TP', said('connect-to'), 17, 1701, tunnel)),
        ),
      ];
    case '/interface pptp-client':
      return [otherEnd('PPTP', said('connect-to'), 6, 1723, tunnel)];
    case '/interface sstp-client':
      return [atPort(said('connect-to'), said('port'), otherEnd('SSTP', '', 6, 443, tunnel))];
    case '/interface ovpn-client':
      return [
        atPort(
          said('connect-to'),
          said('port'),
          otherEnd('OVPN', '', said('protocol') === 'udp' ? 17 : 6, 1194, tunnel),
        ),
      ];
    case '/interface gre':
    case '/interface eoip':
    case '/interface ipip':
      return [outer(menu, properties)];
    case '/ip ipsec peer':
      return said('passive') === 'yes' ? [] : ipsec(properties);
    default:
      return [];
  }
}

/** Ports that the router's own WireGuard interfaces send from, where the text states them. */
function wireGuardPorts(router: Router): ReadonlyMap<string, number> {
  const ports = new Map<string, number>();
  for (const { properties } of statedItems(router, /^\/interface wireguard$/)) {
    const name = properties['name'] ?? '';
    if (!ports.has(name)) ports.set(name, Number(properties['listen-port'] ?? 0));
  }
  return ports;
}

function wireGuard(properties: StatedItem['properties'], ports: ReadonlyMap<string, number>): OtherEnd {
  const tunnel = properties['interface'];
  const port = Number(properties['endpoint-port'] ?? 51_820);
  const srcPort = ports.get(tunnel ?? '') ?? 0;
  const asked = otherEnd('WireGuard', properties['endpoint-address'] ?? '', 17, port, tunnel);
  return srcPort > 0 ? { ...asked, srcPort } : asked;
}

/** With IPsec, the first packet is one of IKE. */
const securely = (isSecured: boolean, plain: OtherEnd): OtherEnd =>
  isSecured ? { ...plain, service: 'IPsec', protocol: 17, port: 500, srcPort: 500 } : plain;

/** `vpn.example.com:4443`, or a port of its own. */
function atPort(to: string, stated: string, usual: OtherEnd): OtherEnd {
  const isIpv6 = canonicalIpv6(to) !== undefined;
  const [name = '', port = stated] = isIpv6 ? [to] : to.split(':');
  return { ...usual, name, port: Number(port) || usual.port };
}

/** Tunnels without ports, or what IPsec makes of them. */
function outer(menu: string, { name, ...said }: StatedItem['properties']): OtherEnd {
  const service = menu === '/interface gre' ? 'GRE' : menu === '/interface eoip' ? 'EoIP' : 'IPIP';
  const asked = otherEnd(service, said['remote-address'] ?? '', service === 'IPIP' ? 4 : 47, 0, name);
  return securely(said['ipsec-secret'] !== undefined, placedAt(said['local-address'], asked));
}

/** From an address that the text states. */
const placedAt = (src = '', asked: OtherEnd): OtherEnd =>
  isIpv4(src) && src !== '0.0.0.0' ? { ...asked, src } : asked;

/** A peer that is a whole network only answers. */
function ipsec(said: StatedItem['properties']): OtherEnd[] {
  const [name = '', length = '32'] = (said['address'] ?? '').split('/');
  const port = Number(said['port'] ?? 500);
  const asked = { ...otherEnd('IPsec', name, 17, port), srcPort: port };
  return length === '32' ? [placedAt(said['local-address'], asked)] : [];
}
