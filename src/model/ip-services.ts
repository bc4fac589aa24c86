import { type Prefix, parsePrefix } from '../net/index.ts';
import { noOrigin, type Origin } from './items/origin.ts';
import { mainTable } from './items/route.ts';
import type { Router } from './router.ts';

/** A service of `/ip service` that is on. */
export interface IpService {
  readonly name: string;
  /** Of TCP. */
  readonly port: number;
  /** Sources that it answers, where the text limits them (docs/routeros.md#management-services). */
  readonly sources?: readonly Prefix[] | undefined;
  /** The VRF by whose ports alone it is reached; `main`: by those of none (docs/routeros.md#vrf). */
  readonly vrf: string;
  readonly origin: Origin;
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
export function ipServices({ plain }: Router): IpService[] {
  const services = plain.filter(({ menu }) => menu === '/ip service');
  return factory.flatMap(({ name, port, isOff = false }) => {
    const own = services.find(({ properties }) => properties['name'] === name);
    const isSaid = own?.stated?.properties.includes('disabled') === true;
    if (isSaid ? own.disabled : isOff) return [];
    const sources = own?.properties['address'] ?? own?.properties['available-from'] ?? '';
    return [
      {
        name,
        port: Number(own?.properties['port'] ?? port),
        sources: sourcesIn(sources),
        vrf: own?.properties['vrf'] ?? mainTable,
        origin: own?.origin ?? noOrigin,
      },
    ];
  });
}

/** Undefined: anybody. What is no prefix lets nobody in. */
function sourcesIn(text: string): Prefix[] | undefined {
  const entries = text.split(',').filter(entry => entry !== '');
  if (entries.length === 0) return undefined;
  return entries.flatMap(
    entry => parsePrefix(entry.includes('/') ? entry : `${entry}/${hostLength(entry)}`) ?? [],
  );
}

const hostLength = (address: string): number => (address.includes(':') ? 128 : 32);
