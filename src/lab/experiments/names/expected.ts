import { type Ipv4, ipv4ToNumber } from '../../../net/index.ts';
import { converseAll, somePacketClasses } from '../../../prove/index.ts';
import type { Language } from '../../../text/index.ts';
import { endingText, leavingOf, makePacket, type Packet, type Prepared } from '../../../walk/index.ts';
import type { Reading } from '../trials/reading.ts';

/** Who asks, and whom. */
export interface Asking {
  /** The router's interface that the client is on. */
  readonly on: string;
  readonly client: Ipv4;
  readonly resolver: Ipv4;
}

/** What the walk says of questions for names: each way that they can end, and what becomes of them. */
export interface NamesExpected {
  readonly answered: readonly boolean[];
  readonly says: string;
}

/**
 * Are a client's questions answered? Where it asks the router, what this asks its own servers decides; one that is lost of
 * several leaves it open.
 */
export function namesExpected({ linux, shown }: Reading, asking: Asking, language: Language): NamesExpected {
  const question = makePacket({
    in: asking.on,
    src: asking.client,
    dst: asking.resolver,
    protocol: 'udp',
    srcPort: 40_000,
    dstPort: 53,
  });
  const ways = waysOf(linux, question, language);
  const own = ways.every(({ isTaken }) => isTaken) ? ownQuestions(linux) : [];
  const all = own.length === 0 ? ways : own.flatMap(packet => waysOf(linux, packet, language));
  return {
    answered: [...new Set(all.map(({ answered }) => answered))],
    says: shown([...new Set(all.map(({ says }) => says))].join(' / ')),
  };
}

/** What the router asks its own servers for names. */
function ownQuestions(prepared: Prepared): readonly Packet[] {
  const { classes } = somePacketClasses(
    prepared,
    mostClasses,
    direction => direction === 'router-to-servers',
  );
  return classes.filter(({ asked }) => asked?.service === 'DNS').map(({ packet }) => packet);
}

const mostClasses = 200;

function waysOf(prepared: Prepared, packet: Packet, language: Language) {
  return converseAll(prepared, packet).outcomes.map(({ result: { first, answer } }) => ({
    isTaken: first.ending.kind === 'delivered',
    answered: answer !== undefined && (answer.ending.kind === 'delivered' || leavingOf(answer) !== undefined),
    says: [first, ...(answer ? [answer] : [])].map(one => endingText(prepared, one, language)).join(' → '),
  }));
}

/** Whom a client asks that was given nobody by DHCP: the router where it serves names, else what the text names. */
export function resolverOf({ router, linux }: Reading, gateway: Ipv4 | undefined): Ipv4 | undefined {
  const { allowRemoteRequests, servers } = router.dns;
  if (allowRemoteRequests && gateway !== undefined && linux.setup.local.isOwn(ipv4ToNumber(gateway)))
    return gateway;
  return servers.find((one): one is Ipv4 => !one.includes(':'));
}
