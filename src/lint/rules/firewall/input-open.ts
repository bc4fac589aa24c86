import { type FirewallRule, type IpService, ipServices, type Router } from '../../../model/index.ts';
import { isIpv4Prefix, prefixContains } from '../../../net/index.ts';
import { saysFirewall } from '../../ask/firewall.ts';
import { asksFor } from '../../ask/match.ts';
import { type Knock, letIn } from '../../ask/strangers.ts';
import type { Place, Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** Management of the router reached by anybody (docs/routeros.md#management-services). */
export const inputOpen: Rule = {
  id: 'firewall/input-open',
  level: 'error',
  title: { en: 'The router is open to the Internet', id: 'Router terbuka ke Internet' },
  why: {
    en: 'Anybody can try passwords and known holes of the management services; routers that are open are found within hours.',
    id: 'Siapa saja bisa mencoba kata sandi dan celah layanan pengelolaan; router yang terbuka ditemukan dalam hitungan jam.',
  },
  check(subject) {
    if (!saysFirewall(subject, 'input')) return [];
    const open = ipServices(subject.router)
      .filter(isForAnybody)
      .flatMap(service => letIn(subject, 'tcp', service.port).map(knock => ({ service, knock })));
    const at = placeOfGap(subject.router);
    const [first] = open;
    if (!first || !at) return [];
    const names = [...new Set(open.map(({ service: { name } }) => name))].join(', ');
    const wans = [...new Set(open.map(({ knock: { wan } }) => wan))].join(', ');
    return [
      {
        at,
        what: {
          en: `Anybody reaches ${names} of the router by ${wans}.`,
          id: `Siapa saja bisa membuka ${names} router lewat ${wans}.`,
        },
        do: {
          en: 'End chain=input with a rule that drops what does not come from the LAN: action=drop in-interface-list=!LAN, behind accept for established and related.',
          id: 'Akhiri chain=input dengan aturan yang membuang yang bukan dari LAN: action=drop in-interface-list=!LAN, setelah accept untuk established dan related.',
        },
        counterExample: exampleOf(subject, first.knock),
      },
    ];
  },
};

/** Addresses of its sources are limited where it says so. */
const isForAnybody = ({ sources }: IpService): boolean =>
  sources === undefined ||
  sources.some(prefix => isIpv4Prefix(prefix) && prefixContains(prefix, '203.0.113.77'));

const exampleOf = ({ well: prepared }: Subject, { packet, trace }: Knock) => ({ prepared, packet, trace });

/** Where the rule that lacks would stand: a drop that is disabled, the rules of input, those of filter, or of NAT. */
function placeOfGap({ firewall: { ipv4 } }: Router): Place | undefined {
  const input = ipv4.filter.filter(({ chain }) => chain === 'input');
  const isDisabledDrop = (rule: FirewallRule): boolean =>
    rule.disabled && rule.action.kind === 'drop' && !asksFor(rule, 'connection-state');
  return input.findLast(isDisabledDrop) ?? input[0] ?? ipv4.filter[0] ?? ipv4.nat[0];
}
