import type { Router } from '../model/index.ts';
import { type Ipv4Bounds, isIpv4Prefix, parsePrefix, prefixRange } from '../net/index.ts';
import type { Packet } from '../walk/index.ts';

/** A service of `/ip service` that is on. */
interface IpService {
  readonly name: string;
  /** Of TCP. */
  readonly port: number;
  /** Sources that it answers, where the text limits them (docs/routeros.md#management-services). */
  readonly sources?: readonly Ipv4Bounds[] | undefined;
}

/** From the factory (docs/routeros.md#management-services). */
const factory: readonly { readonly name: string; readonly port: number; readonly isOff?: boolean }[] = [
  { name: 'winbox', port: 8291 },
  { name: 'ssh', port: 22 },
  { name: 'www', port: 80 },
  { name: 'www-ssl', port: 443, isOff: true },
  { name: 'telnet', port: 23 },
  { name: 'ftp', port: 21 },
  { name: 'api', port: 8728 },
  { name: 'api-ssl', port: 8729 },
];

/** TCP ports of the services from the factory, wherever the text moves them to. */
export const factoryPorts: readonly number[] = factory.map(({ port }) => port);

/** The services that are on, where the text moves them to. */
export function servicesOf({ plain }: Router): IpService[] {
  const services = plain.filter(({ menu }) => menu === '/ip service');
  return factory.flatMap(({ name, port, isOff = false }) => {
    const own = services.find(({ properties }) => properties['name'] === name);
    const isSaid = own?.stated?.properties.includes('disabled') === true;
    if (isSaid ? own.disabled : isOff) return [];
    return [
      {
        name,
        port: Number(own?.properties['port'] ?? port),
        sources: sourcesIn(own?.properties['address'] ?? ''),
      },
    ];
  });
}

/** Undefined: anybody. An entry that is no IPv4 prefix lets nobody in by IPv4. */
function sourcesIn(text: string): Ipv4Bounds[] | undefined {
  const entries = text.split(',').filter(entry => entry !== '');
  if (entries.length === 0) return undefined;
  return entries.flatMap(entry => {
    const prefix = parsePrefix(entry);
    return prefix && isIpv4Prefix(prefix) ? [prefixRange(prefix)] : [];
  });
}

/** By which people manage a router. */
const doors: readonly string[] = ['winbox', 'ssh', 'www', 'www-ssl'];

/** TCP ports of WinBox, SSH and WebFig, where the text moves them to; without those that are off. */
export const adminPorts = (router: Router): number[] =>
  servicesOf(router)
    .filter(({ name }) => doors.includes(name))
    .map(({ port }) => port);

/** Is nobody listening on the usual port of a service? Not asked of 443, which stands for TCP of any kind. */
export function isUnserved(
  router: Router,
  { protocol, dstPort }: Pick<Packet, 'protocol' | 'dstPort'>,
): boolean {
  const isUsual = factoryPorts.includes(dstPort) && dstPort !== 443;
  return protocol === 6 && isUsual && !servicesOf(router).some(({ port }) => port === dstPort);
}
