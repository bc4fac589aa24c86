import { type FirewallRule, type IpService, ipServices, type Router } from '../../../model/index.ts';
import { isIpv4Prefix, prefixContains, protocolNumber } from '../../../net/index.ts';
import { servedBy } from '../../../prove/index.ts';
import { asksFor, portsInWords, saysFirewall } from '../../ask/firewall/index.ts';
import { type Knock, letIn } from '../../ask/strangers/index.ts';
import { add, type Mend, set } from '../../fix/change.ts';
import type { Found, Place, Rule } from '../../rule.ts';
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
      .flatMap(service =>
        letIn(subject, 'tcp', service.port, service.vrf).map(knock => ({ service, knock })),
      );
    const meant = open.flatMap(one => {
      const by = accepting(one.knock);
      return by ? [{ ...one, by }] : [];
    });
    const rules = [...new Set(meant.map(({ by }) => by))];
    return [
      ...gapIn(
        subject,
        open.filter(({ knock }) => accepting(knock) === undefined),
      ),
      ...rules.flatMap(rule =>
        acceptedBy(
          subject,
          rule,
          meant.filter(({ by }) => by === rule),
        ),
      ),
    ];
  },
};

/** A service, and a packet of a stranger that gets there. */
interface Open {
  readonly service: IpService;
  readonly knock: Knock;
}

/** The rule that lets it in by naming its port, or strangers: not where nothing drops it. */
function accepting({ trace }: Knock): FirewallRule | undefined {
  const rules = trace.steps.flatMap(step =>
    step.kind === 'rule' && step.rule.table === 'filter' ? [step.rule] : [],
  );
  const last = rules.at(-1);
  return last?.action.kind === 'accept' && asksFor(last, 'dst-port', 'port') ? last : undefined;
}

const namesOf = (open: readonly Open[]): string =>
  [...new Set(open.map(({ service: { name } }) => name))].join(', ');

const wansOf = (open: readonly Open[]): string =>
  [...new Set(open.map(({ knock: { wan } }) => wan))].join(', ');

function gapIn(subject: Subject, open: readonly Open[]): Found[] {
  const at = placeOfGap(subject.router);
  const [first] = open;
  if (!first || !at) return [];
  return [
    {
      at,
      what: {
        en: `Anybody reaches ${namesOf(open)} of the router by ${wansOf(open)}.`,
        id: `Siapa saja bisa membuka ${namesOf(open)} router lewat ${wansOf(open)}.`,
      },
      do: {
        en: 'End chain=input with a rule that drops what does not come from the LAN: action=drop in-interface-list=!LAN, behind accept for established and related.',
        id: 'Akhiri chain=input dengan aturan yang membuang yang bukan dari LAN: action=drop in-interface-list=!LAN, setelah accept untuk established dan related.',
      },
      fix: closed(subject.router, [...new Set(open.map(({ knock: { wan } }) => wan))]),
      counterExample: exampleOf(subject, first.knock),
    },
  ];
}

function acceptedBy(subject: Subject, at: FirewallRule, open: readonly Open[]): Found[] {
  const [first] = open;
  if (!first) return [];
  return [
    {
      at,
      severity: 'warning',
      what: {
        en: `This rule lets anybody reach ${namesOf(open)} of the router by ${wansOf(open)}.`,
        id: `Aturan ini membiarkan siapa saja membuka ${namesOf(open)} router lewat ${wansOf(open)}.`,
      },
      do: {
        en: 'Limit it to the addresses of administrators (src-address-list), or let them come by a VPN.',
        id: 'Batasi ke alamat administrator (src-address-list), atau lewatkan VPN.',
      },
      counterExample: exampleOf(subject, first.knock),
    },
  ];
}

/** Addresses of its sources are limited where it says so. */
const isForAnybody = ({ sources }: IpService): boolean =>
  sources === undefined ||
  sources.some(prefix => isIpv4Prefix(prefix) && prefixContains(prefix, '203.0.113.77'));

const exampleOf = ({ well: prepared }: Subject, { packet, trace }: Knock) => ({ prepared, packet, trace });

/** Where the rule that lacks would stand: a drop that is disabled, the rules of input, those of filter, or of NAT. */
function placeOfGap({ firewall: { ipv4 } }: Router): Place | undefined {
  const input = ipv4.filter.filter(({ chain }) => chain === 'input');
  return input.findLast(isDisabledDrop) ?? input[0] ?? ipv4.filter[0] ?? ipv4.nat[0];
}

const isDisabledDrop = (rule: FirewallRule): boolean =>
  rule.disabled && rule.action.kind === 'drop' && !asksFor(rule, 'connection-state');

/** A drop that is there is turned on; else what comes in by the WANs is dropped behind all rules, answers aside. */
function closed(router: Router, wans: readonly string[]): Mend {
  const input = router.firewall.ipv4.filter.filter(({ chain }) => chain === 'input');
  const drop = input.findLast(isDisabledDrop);
  const note = {
    en: 'Who manages the router from outside is shut out: accept his address first, and use safe mode.',
    id: 'Pengelolaan dari luar ikut tertutup: terima dulu alamatnya, dan pakai safe mode.',
  };
  const menu = '/ip firewall filter';
  const last = input.at(-1);
  const answers = input.some(
    rule => !rule.disabled && rule.action.kind === 'accept' && asksFor(rule, 'connection-state'),
  );
  // Without it the router itself would get no answer any more.
  const answered = { chain: 'input', 'connection-state': 'established,related', action: 'accept' };
  if (drop)
    return {
      changes: [...(answers ? [] : [add(menu, answered, { before: drop })]), set(drop, 'disabled', 'no')],
      isSafe: false,
      note,
    };
  const place = { behind: last };
  return {
    changes: [
      ...(answers
        ? []
        : [
            add(menu, answered, place),
            add(menu, { chain: 'input', protocol: 'icmp', action: 'accept' }, place),
          ]),
      ...servedWords(router).map(words => add(menu, { chain: 'input', ...words, action: 'accept' }, place)),
      ...portsInWords(router, 'in', wans).map(port =>
        add(menu, { chain: 'input', ...port, action: 'drop' }, place),
      ),
    ],
    isSafe: false,
    note,
  };
}

/** What VPN servers of the router wait for; with PPTP comes GRE, with IKE comes ESP. */
function servedWords(router: Router): Readonly<Record<string, string>>[] {
  const served = servedBy(router);
  const ports = (['tcp', 'udp'] as const).flatMap(protocol => {
    const own = served.filter(one => one.protocol === protocolNumber(protocol)).map(({ port }) => port);
    const list = [...new Set(own)].sort((a, b) => a - b).join(',');
    return list === '' ? [] : [{ protocol, 'dst-port': list }];
  });
  const isServed = (...names: readonly string[]): boolean =>
    served.some(({ service }) => names.includes(service));
  return [
    ...ports,
    ...(isServed('PPTP') ? [{ protocol: 'gre' }] : []),
    ...(isServed('L2TP/IPsec', 'IKEv2') ? [{ protocol: 'ipsec-esp' }] : []),
  ];
}
