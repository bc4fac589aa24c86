import type { FirewallRule, Origin } from '../../../model/index.ts';
import { printIpv4 } from '../../../net/index.ts';
import { ipsecSelectors, makePacket, newState, type Trace, walk } from '../../../walk/index.ts';
import { asksFor } from '../../ask/firewall/index.ts';
import { lineOf } from '../../ask/lines.ts';
import { hostOf } from '../../ask/strangers/index.ts';
import type { Found, Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** A rule of NAT that takes what a policy of IPsec is for (docs/routeros.md#ipsec-policy). */
export const ipsecTranslated: Rule = {
  id: 'nat/ipsec-translated',
  level: 'error',
  title: { en: 'Packets for IPsec are translated', id: 'Paket untuk IPsec diterjemahkan' },
  why: {
    en: 'Sources are translated before policies are looked up. With the address of the line the packets match no policy: they leave in the clear for private addresses, and the other site is not reached.',
    id: 'Alamat asal diterjemahkan sebelum policy dicari. Dengan alamat jalur, paket tidak cocok dengan policy mana pun: paket keluar tanpa enkripsi, dan lokasi lain tidak tercapai.',
  },
  check: subject =>
    ipsecSelectors(subject.router).flatMap(({ src, dst, origin }) =>
      src === undefined || dst === undefined
        ? []
        : subject.lans.slice(0, mostLans).flatMap(lan => {
            const host = hostOf(subject, lan);
            return host !== undefined && host >= src.from && host <= src.to
              ? finding(subject, { lan, host, dst: Math.min(dst.from + 1, dst.to), policy: origin })
              : [];
          }),
    ),
};

/** A policy has one network of one's own: more are not asked. */
const mostLans = 50;

interface Asked {
  readonly lan: string;
  readonly host: number;
  readonly dst: number;
  readonly policy: Origin;
}

function finding({ well: prepared }: Subject, { lan, host, dst, policy }: Asked): Found[] {
  const packet = makePacket({ protocol: 'tcp', in: lan, src: host, srcPort: 40_000, dst, dstPort: 443 });
  const trace = walk(prepared, newState(8), packet);
  const rule = translatedBy(trace);
  // It may ask for packets without a policy.
  if (!rule || asksFor(rule, 'ipsec-policy') || trace.ending.kind === 'encrypted') return [];
  const [from, to] = [printIpv4(host), printIpv4(dst)];
  return [
    {
      at: rule,
      what: {
        en: `This rule translates what ${from} sends to ${to}, for which there is the IPsec policy of ${lineOf(policy).en}.`,
        id: `Aturan ini menerjemahkan paket ${from} ke ${to}, padahal ada policy IPsec di ${lineOf(policy).id}.`,
      },
      do: {
        en: 'Add ipsec-policy=out,none to this rule, or accept these packets in chain=srcnat before it.',
        id: 'Tambahkan ipsec-policy=out,none pada aturan ini, atau accept paket itu di chain=srcnat sebelumnya.',
      },
      related: [{ at: policy, text: { en: 'The policy.', id: 'Policy-nya.' } }],
      counterExample: { prepared, packet, trace },
    },
  ];
}

const translatedBy = ({ steps }: Trace): FirewallRule | undefined =>
  steps
    .flatMap(step => (step.kind === 'rule' ? [step.rule] : []))
    .find(({ action }) => action.kind === 'masquerade' || action.kind === 'src-nat');
