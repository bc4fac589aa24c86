import { type IpService, ipServices, placeOf } from '../../model/index.ts';
import { type Family, families, isIpv4Prefix, type Prefix } from '../../net/index.ts';
import type { LinuxContext } from '../context.ts';
import { ipv6Policy } from '../ipv6.ts';
import { type BaseChain, baseChain } from '../nft/base-chains.ts';
import { commentOf } from '../nft/rule.ts';

interface ServiceChain {
  readonly name: string;
  readonly base: BaseChain | undefined;
  readonly about: Family;
  readonly lines: readonly string[];
}

type Limited = IpService & { readonly sources: readonly Prefix[] };

const isLimited = (service: IpService): service is Limited => service.sources !== undefined;

/**
 * `/ip service address=`: RouterOS's service itself turns strangers away, which programs of the host do not know. Rules
 * behind those of the text do it here, on the service's port, whoever listens there (docs/routeros.md#management-services).
 */
export function serviceChains(context: LinuxContext): readonly ServiceChain[] {
  const limited = ipServices(context.router).filter(isLimited);
  if (limited.length === 0) return [];
  const about = families.filter(family => family === 'ipv4' || ipv6Policy(context) !== 'closed');
  return about.map(family => ({
    name: `services_${family}`,
    base: baseChain('filter', 'input'),
    about: family,
    lines: ['iifname "lo" accept', ...limited.map(service => lineOf(service, family))],
  }));
}

function lineOf({ port, sources, origin }: Limited, family: Family): string {
  const own = sources.filter(source => isIpv4Prefix(source) === (family === 'ipv4'));
  const header = family === 'ipv4' ? 'ip' : 'ip6';
  const others = own.length === 0 ? '' : `${header} saddr != { ${own.join(', ')} } `;
  return `tcp dport ${port} ${others}counter drop ${commentOf(placeOf(origin))}`.trim();
}

/** Says what becomes of the limits. */
export function checkServices({ router, report }: LinuxContext): void {
  for (const { name, port, sources, origin } of ipServices(router).filter(isLimited)) {
    report(origin, {
      id: 'compile/service-address',
      severity: 'info',
      what: {
        en: `TCP port ${port} of this machine (${name}) takes in nobody but ${sources.join(', ')}.`,
        id: `Port TCP ${port} di mesin ini (${name}) hanya menerima ${sources.join(', ')}.`,
      },
      why: {
        en: 'A rule behind those of the input chain drops the rest, whatever program listens there.',
        id: 'Aturan setelah aturan chain input membuang sisanya, program apa pun yang mendengarkan di sana.',
      },
    });
  }
}
