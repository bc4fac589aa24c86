import type { Router } from '../model/index.ts';
import { type Ipv4, ipv4ToNumber, isIpv4 } from '../net/index.ts';
import { leavingOf, makePacket, type Packet, type Prepared, type Trace } from '../walk/index.ts';
import type { Breach, OwnService } from './breach.ts';
import type { Conversation } from './conversation.ts';

interface Server {
  readonly service: OwnService;
  readonly address: Ipv4;
  readonly port: number;
}

/** Servers and far ends that the text names by their address. */
export function ownServers({ dns, plain }: Router): Server[] {
  const enabled = plain.filter(({ disabled }) => !disabled);
  const named = (menu: RegExp, ...names: readonly string[]): string[] =>
    enabled
      .filter(item => menu.test(item.menu))
      .flatMap(({ properties }) => names.flatMap(name => (properties[name] ?? '').split(',')));
  const found: readonly (readonly [OwnService, readonly string[]])[] = [
    ['DNS', dns.servers],
    ['NTP', named(/^\/system ntp client/, 'servers', 'primary-ntp', 'secondary-ntp', 'address')],
  ];
  const asked = found.flatMap(([service, addresses]) =>
    [...new Set(addresses)].filter(isIpv4).map(address => ({ service, address, port: ports[service] })),
  );
  return [...asked, ...farEnds(enabled.map(({ properties }) => properties))];
}

const ports: Readonly<Record<OwnService, number>> = { DNS: 53, NTP: 123, WireGuard: 51_820 };

/** The far ends of WireGuard tunnels. */
function farEnds(all: readonly Readonly<Record<string, string>>[]): Server[] {
  return all.flatMap(properties => {
    const address = properties['endpoint-address'] ?? '';
    const port = Number(properties['endpoint-port'] ?? ports.WireGuard);
    return isIpv4(address) ? [{ service: 'WireGuard' as const, address, port }] : [];
  });
}

/**
 * The router's own questions, from no address yet: the routes choose it. None where the text is only a part, which says
 * of no WAN or not of all what address it has: then nobody knows where they go.
 */
export function ownQuestions({ router, wans, world }: Prepared): Packet[] {
  const hasAddress = (name: string): boolean => (world.interfaces[name]?.addresses ?? []).length > 0;
  if (wans.length === 0 || !wans.every(hasAddress)) return [];
  return ownServers(router).map(({ address, port }) =>
    makePacket({ src: 0, dst: ipv4ToNumber(address), protocol: 17, srcPort: 40_000, dstPort: port }),
  );
}

/** The router's question leaves by a way on which an answer can come, and rules take the answer. */
export function judgeOwn({ router }: Prepared, { first, answer }: Conversation): Breach | undefined {
  const shown = arrives(first) ? answer : first;
  if (!shown || (shown === answer && shown.ending.kind === 'delivered')) return undefined;
  const { dst, dstPort } = first.packet;
  const server = ownServers(router).find(
    ({ address, port }) => ipv4ToNumber(address) === dst && port === dstPort,
  );
  const breach = {
    kind: 'own',
    service: server?.service ?? 'DNS',
    to: dst,
    answered: shown === answer,
  } as const;
  return { invariant: 'router-reaches-servers', breach, trace: shown };
}

function arrives(first: Trace): boolean {
  const { kind } = first.ending;
  return kind === 'delivered' || (kind === 'forwarded' && leavingOf(first) !== undefined);
}
