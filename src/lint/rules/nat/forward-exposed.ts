import { type Forward, forwardsOf, isLimitedToSources, knockOn, portsOf } from '../../ask/strangers/index.ts';
import type { Found, Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** Services that have no business on the Internet: each is attacked all the time, or sends passwords in clear. */
const services: Readonly<Record<number, string>> = {
  23: 'telnet',
  135: 'Windows RPC',
  139: 'SMB',
  445: 'SMB',
  1433: 'SQL Server',
  3306: 'MySQL',
  3389: 'remote desktop',
  5432: 'PostgreSQL',
  5900: 'VNC',
  6379: 'Redis',
  8291: 'WinBox',
  8728: 'the API of RouterOS',
  9200: 'Elasticsearch',
  27017: 'MongoDB',
};

/** A port forward of management to anybody (docs/routeros.md#management-services). */
export const forwardExposed: Rule = {
  id: 'nat/forward-exposed',
  level: 'warning',
  title: { en: 'A port forward of management to everybody', id: 'Layanan pengelolaan dibuka ke semua orang' },
  why: {
    en: 'Anybody can try passwords and known holes there. Another port outside hides nothing: all ports are scanned.',
    id: 'Siapa saja bisa mencoba kata sandi dan celah di sana. Port lain di luar tidak menyembunyikan apa pun: semua port dipindai.',
  },
  check: subject => forwardsOf(subject).flatMap(forward => finding(subject, forward)),
};

function finding(subject: Subject, forward: Forward): Found[] {
  const service = serviceOf(forward);
  if (service === undefined || isLimitedToSources(forward.rule)) return [];
  const knock = knockOn(subject, forward).find(({ trace: { ending } }) => ending.kind === 'forwarded');
  if (!knock) return [];
  return [
    {
      at: forward.rule,
      what: {
        en: `Anybody reaches ${service} of ${forward.to} by ${knock.wan}.`,
        id: `Siapa saja bisa membuka ${service} di ${forward.to} lewat ${knock.wan}.`,
      },
      do: {
        en: 'Reach it by a VPN, or limit the rule with src-address-list.',
        id: 'Akses lewat VPN, atau batasi aturan dengan src-address-list.',
      },
      counterExample: { prepared: subject.well, packet: knock.trace.packet, trace: knock.trace },
    },
  ];
}

/** By the port at the host; a range or no port at all may hold anything. */
function serviceOf({ rule, protocol, toPort }: Forward): string | undefined {
  const ports = portsOf(rule);
  const isOne = ports.length === 1 && ports.every(({ from, to }) => from === to);
  return protocol === 'tcp' && isOne ? services[toPort] : undefined;
}
