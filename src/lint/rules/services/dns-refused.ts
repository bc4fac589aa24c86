import type { DhcpNetwork, FirewallRule } from '../../../model/index.ts';
import { prefixContains } from '../../../net/index.ts';
import type { Trace } from '../../../walk/index.ts';
import { isOwn } from '../../ask/dhcp.ts';
import { hostOf, sent, stranger } from '../../ask/strangers/index.ts';
import { add, type Change, type Mend, state } from '../../fix/change.ts';
import type { Found, Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** Clients are told to ask the router for names, which does not answer (docs/routeros.md#dhcp-client). */
export const dnsRefused: Rule = {
  id: 'services/dns-refused',
  level: 'error',
  title: {
    en: `Clients are given a DNS server that refuses them`,
    id: `Klien diberi server DNS yang menolak mereka`,
  },
  why: {
    en: `The clients ask the router for names and get no answer: nothing works for them but bare addresses.`,
    id: `Klien bertanya nama ke router dan tidak mendapat jawaban: hanya alamat IP yang bisa dipakai.`,
  },
  check(subject) {
    const { router } = subject;
    if (subject.isPart && !router.settings.stated['/ip dns']) return [];
    const taken = router.dns.allowRemoteRequests ? [] : takers(subject).map(takenFinding);
    return [...taken, ...told(subject)];
  },
};

/** Questions for names that a rule sends to a resolver that refuses them. */
const takenFinding = (at: FirewallRule): Found => ({
  at,
  what: {
    en: 'This rule sends questions for names to the router itself, and allow-remote-requests is off.',
    id: 'Aturan ini membelokkan pertanyaan DNS ke router sendiri, padahal allow-remote-requests mati.',
  },
  do: {
    en: 'Use /ip dns set allow-remote-requests=yes, and keep port 53 closed to the WANs.',
    id: 'Pakai /ip dns set allow-remote-requests=yes dan tutup port 53 dari WAN.',
  },
  fix: answered(true, undefined, undefined),
});

/** Rules by which what a LAN asks a server of the Internet ends at the router. */
function takers(subject: Subject): FirewallRule[] {
  const found = subject.lans.flatMap(lan => {
    const src = hostOf(subject, lan);
    if (src === undefined) return [];
    const { ending, steps } = sent(subject, {
      in: lan,
      src,
      dst: stranger,
      protocol: 'udp',
      srcPort: 40_000,
      dstPort: 53,
    });
    const rules = steps.flatMap(step =>
      step.kind === 'translated' && step.side === 'destination' && step.to.port === 53 && step.rule
        ? [step.rule]
        : [],
    );
    return ending.kind === 'delivered' ? rules : [];
  });
  return [...new Set(found)];
}

const told = (subject: Subject): Found[] => {
  const { router } = subject;
  return router.dhcpNetworks.flatMap(network => {
    const server = network.dnsServer.find(address => isOwn(router, address));
    if (network.disabled || server === undefined || isAnsweredElsewhere(subject, network)) return [];
    const isOff = !router.dns.allowRemoteRequests;
    const trace = askedBy(subject, network);
    const isDropped = trace?.ending.kind === 'dropped';
    if (!isOff && !isDropped) return [];
    return {
      at: network,
      what: isOff
        ? {
            en: `Clients of ${network.address} are told to ask ${server} for names, and allow-remote-requests is off.`,
            id: `Klien ${network.address} disuruh bertanya ke ${server}, padahal allow-remote-requests mati.`,
          }
        : {
            en: `Clients of ${network.address} are told to ask ${server} for names, and the filter drops their questions.`,
            id: `Klien ${network.address} disuruh bertanya ke ${server}, padahal filter membuang pertanyaannya.`,
          },
      do: isOff
        ? {
            en: 'Use /ip dns set allow-remote-requests=yes, and keep port 53 closed to the WANs; or give them another dns-server.',
            id: 'Pakai /ip dns set allow-remote-requests=yes dan tutup port 53 dari WAN; atau beri dns-server lain.',
          }
        : {
            en: 'Accept UDP and TCP port 53 from the LAN in chain=input.',
            id: 'Terima UDP dan TCP port 53 dari LAN di chain=input.',
          },
      fix: answered(isOff, network, trace),
      counterExample: !isOff && trace ? { prepared: subject.well, packet: trace.packet, trace } : undefined,
    };
  });
};

/** A rule of dst-nat sends the question to another server. */
const isAnsweredElsewhere = (subject: Subject, network: DhcpNetwork): boolean =>
  askedBy(subject, network)?.steps.some(step => step.kind === 'translated' && step.side === 'destination') ===
  true;

function askedBy(subject: Subject, { address, dnsServer: [dst] }: DhcpNetwork): Trace | undefined {
  const { interfaces } = subject.well.world;
  const lan = Object.values(interfaces).find(({ addresses }) =>
    addresses.some(own => prefixContains(address, own.address)),
  );
  const src = lan && hostOf(subject, lan.name);
  if (!lan || src === undefined || dst === undefined) return undefined;
  return sent(subject, { in: lan.name, src, dst, protocol: 'udp', srcPort: 40_000, dstPort: 53 });
}

/** The resolver is turned on, and what drops the questions of these clients comes behind rules that accept them. */
function answered(isOff: boolean, network: DhcpNetwork | undefined, trace: Trace | undefined): Mend {
  const dropping = trace?.ending.kind === 'dropped' ? trace.ending.rule : undefined;
  const accept = (protocol: string): Change[] =>
    dropping && network
      ? [
          add(
            '/ip firewall filter',
            {
              chain: dropping.chain,
              'src-address': network.address,
              protocol,
              'dst-port': '53',
              action: 'accept',
            },
            { before: dropping },
          ),
        ]
      : [];
  return {
    changes: [
      ...(isOff ? [state('/ip dns', 'allow-remote-requests', 'yes')] : []),
      ...['udp', 'tcp'].flatMap(accept),
    ],
    isSafe: false,
    note: isOff
      ? {
          en: 'The router then answers whoever its input lets in: port 53 must be closed to the WANs.',
          id: 'Router lalu menjawab siapa pun yang lolos dari input: port 53 harus tertutup dari WAN.',
        }
      : {
          en: 'These clients then ask the router, which the filter kept from them: if that was meant, give them another dns-server.',
          id: 'Klien ini lalu bertanya ke router, yang sebelumnya ditutup oleh filter: kalau itu disengaja, beri dns-server lain.',
        },
  };
}
