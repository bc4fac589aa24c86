import type { Dialect } from '../../model/index.ts';
import { type Ipv4Interface, isIpv4, parseIpv4Interface, parseIpv4Prefix } from '../../net/index.ts';
import type { ConfigOptions } from '../../reading/index.ts';
import type { Lease, LeaseRoute } from '../../rib/index.ts';
import type { Language } from '../../text/index.ts';
import type { Asked } from '../names/index.ts';

/** A port whose role is stated, perhaps with the address that it has. */
export interface StatedPort {
  readonly name: string;
  readonly address?: Ipv4Interface | undefined;
}

/** What a user says beside the text; the same for every question about one. */
export interface SaidOfText {
  /** Instead of what the text says about its version. */
  readonly dialect?: Dialect;
  /** Ports that are WANs, and those that are LANs, instead of what the text shows. */
  readonly wan?: readonly StatedPort[];
  readonly lan?: readonly StatedPort[];
  /** Linux devices by interface. */
  readonly port?: ReadonlyMap<string, string>;
  /** Language of the answer. */
  readonly lang?: Language;
}

/** What a user says about the world that a configuration is looked at in; the same for every question. */
export interface SaidOfWorld {
  /** Interfaces that are unplugged, by name or label. */
  readonly down: readonly string[];
  /** Interfaces behind which nothing answers. */
  readonly dead: readonly string[];
  /** Interfaces whose next hop is silent. */
  readonly deadGateway: readonly string[];
  /** Gateways that do not answer: `8.8.8.8` or `8.8.8.8%ether1`. */
  readonly unreachable: readonly string[];
  readonly lease: readonly Lease[];
}

/** The same with nothing wrong. */
export const allWell = { down: [], dead: [], deadGateway: [], unreachable: [] } as const;

export const configOptions = ({ dialect, lang, wan, lan, port }: SaidOfText): ConfigOptions => ({
  dialect,
  language: lang,
  wans: wan?.map(({ name }) => name),
  lans: lan?.map(({ name }) => name),
  ports: port,
});

/** The same for a configuration that is looked at in a world, and not carried out. */
export const lookedAt = (options: SaidOfText): ConfigOptions => ({
  ...configOptions(options),
  assumesPorts: true,
});

/** Ports whose address the user states. */
export const statedAddresses = ({
  wan = [],
  lan = [],
}: SaidOfText): Readonly<Record<string, Ipv4Interface>> =>
  Object.fromEntries(
    [...wan, ...lan].flatMap(({ name, address }) => (address ? [[name, address] as const] : [])),
  );

/** What a stated port looks like. */
export const portsForm = {
  en: 'ether1,ether2 or ether1=203.0.113.2/24 is the form.',
  id: 'Bentuknya ether1,ether2 atau ether1=203.0.113.2/24.',
};

/** `ether1,ether2=203.0.113.2/24`; undefined where an address is none. */
export function parsePorts(text: string): readonly StatedPort[] | undefined {
  const ports = text
    .split(',')
    .filter(part => part !== '')
    .map(parsePort);
  return ports.every(port => port !== undefined) ? ports : undefined;
}

function parsePort(text: string): StatedPort | undefined {
  const at = text.lastIndexOf('=');
  if (at < 0) return { name: text };
  const address = parseIpv4Interface(text.slice(at + 1));
  return address && { name: text.slice(0, at), address };
}

/** What a lease looks like. */
export const leaseForm = {
  en: 'ether1=10.10.10.254/24,10.10.10.1 is the form.',
  id: 'Bentuknya ether1=10.10.10.254/24,10.10.10.1.',
};
/** And a route that came with it. */
export const leaseRouteForm = {
  en: 'A route of a lease is written 160.0.0.0/24:10.10.10.1.',
  id: 'Rute sebuah lease ditulis 160.0.0.0/24:10.10.10.1.',
};

/** `ether1=10.10.10.254/24,10.10.10.1`, then routes of the lease: `160.0.0.0/24:10.10.10.1`. A sentence where it is none. */
export function parseLease(text: string): Asked<Lease> {
  const [, name = '', given = '', more = ''] = /^([^=]+)=([^,]+)(?:,(.+))?$/.exec(text) ?? [];
  const [gateway = '', ...listed] = more.split(',');
  const address = parseIpv4Interface(given);
  const routes = listed.map(parseLeaseRoute);
  if (!address || (gateway !== '' && !isIpv4(gateway))) return { wrong: leaseForm };
  if (!routes.every(route => route !== undefined)) return { wrong: leaseRouteForm };
  const lease = { interface: name, address, gateway: gateway || undefined, dns: [], leaseTime: 3_600_000 };
  return { value: routes.length > 0 ? { ...lease, routes } : lease };
}

function parseLeaseRoute(text: string): LeaseRoute | undefined {
  const [prefix = '', gateway = ''] = text.split(':');
  const destination = parseIpv4Prefix(prefix);
  return destination !== undefined && isIpv4(gateway) ? { destination, gateway } : undefined;
}
