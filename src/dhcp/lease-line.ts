import {
  type Ipv4,
  type Ipv4Prefix,
  isIpv4,
  lengthOfMask,
  networkOf,
  parseIpv4Prefix,
  splitPrefix,
} from '../net/index.ts';
import type { Lease, LeaseRoute } from '../rib/index.ts';

/** What one line of assets/udhcpc.sh says: udhcpc(8)'s events `bound`, `renew`, `deconfig`, `nak`, `leasefail`. So do assets/ppp-*.sh. */
export interface LeaseLine {
  readonly event: string;
  readonly interface: string;
  /** Present with `bound` and `renew`. */
  readonly lease?: Lease | undefined;
}

const marker = 'jalur-lease\t';

/** Reads one line of the client's output; undefined for lines that are none of ours, or that make no sense. */
export function parseLeaseLine(line: string): LeaseLine | undefined {
  if (!line.startsWith(marker)) return undefined;
  const fields = new Map(line.slice(marker.length).split('\t').map(split));
  const event = fields.get('event') ?? '';
  const name = fields.get('interface') ?? '';
  if (event !== 'bound' && event !== 'renew') return { event, interface: name };
  const lease = leaseOf(fields);
  return lease && { event, interface: name, lease };
}

function split(field: string): [string, string] {
  const at = field.indexOf('=');
  return [field.slice(0, at), field.slice(at + 1)];
}

function leaseOf(fields: ReadonlyMap<string, string>): Lease | undefined {
  const address = fields.get('address') ?? '';
  const length = Number(fields.get('length') || '32');
  if (!isIpv4(address) || !Number.isInteger(length) || length < 0 || length > 32) return undefined;
  // Option 249 is what Microsoft's servers sent before 121 was agreed on.
  const routes = classlessRoutes(fields.get('routes') || fields.get('msroutes'));
  const staticRoutes = routesOfOld(fields.get('static'));
  const mtu = Number(fields.get('mtu') || Number.NaN);
  const [gateway, ...otherGateways] = addresses(fields.get('router'));
  const mask = fields.get('mask') ?? '';
  return {
    ...(routes.length > 0 && { routes }),
    ...(staticRoutes.length > 0 && { staticRoutes }),
    ...(Number.isInteger(mtu) && { mtu }),
    ...(otherGateways.length > 0 && { otherGateways }),
    // The client counts the ones up to the last, gaps and all.
    ...(isIpv4(mask) && lengthOfMask(mask) === undefined && { gappedMask: mask }),
    interface: fields.get('interface') ?? '',
    address: { address, length },
    gateway,
    dns: addresses(fields.get('dns')),
    server: addresses(fields.get('server'))[0],
    leaseTime: heldSeconds(fields.get('seconds')) * 1000,
  };
}

/** As long as the client holds it: an hour where the server says nothing, and never less than 16 s (busybox, dhcpc.c). */
function heldSeconds(text = ''): number {
  return text === '' ? 3600 : Math.max(16, Number(text));
}

const addresses = (text = ''): Ipv4[] => text.split(' ').filter(isIpv4);

/** Option 121 as udhcpc writes it: `10.0.0.0/8 10.1.1.1 0.0.0.0/0 10.1.1.2`. What makes no sense is left out. */
function classlessRoutes(text = ''): LeaseRoute[] {
  const words = text.split(' ').filter(word => word !== '');
  return words.flatMap((word, i) => {
    const gateway = words[i + 1] ?? '';
    const destination = i % 2 === 0 ? parseIpv4Prefix(word) : undefined;
    return destination !== undefined && isIpv4(gateway) ? [{ destination, gateway }] : [];
  });
}

/**
 * Option 33 as udhcpc writes it: `10.0.0.0/10.1.1.1 192.0.2.7/10.1.1.2`. It knows no masks: a destination is the network of its class
 * (RFC 2132), or a host where it has bits beyond that. The default route is none of it. What makes no sense is left out.
 */
function routesOfOld(text = ''): LeaseRoute[] {
  return text.split(' ').flatMap(word => {
    const [to = '', gateway = ''] = word.split('/');
    const destination = isIpv4(to) ? destinationOf(to) : undefined;
    return destination !== undefined && isIpv4(gateway) ? [{ destination, gateway }] : [];
  });
}

/** Bits of the network by class, from the first byte on (RFC 791). */
const classes = [
  { below: 128, length: 8 },
  { below: 192, length: 16 },
  { below: 224, length: 24 },
] as const;

function destinationOf(to: Ipv4): Ipv4Prefix | undefined {
  if (to === '0.0.0.0') return undefined;
  const { length = 32 } = classes.find(({ below }) => Number(to.split('.')[0]) < below) ?? {};
  const network = networkOf({ address: to, length });
  return splitPrefix(network).address === to ? network : `${to}/32`;
}
