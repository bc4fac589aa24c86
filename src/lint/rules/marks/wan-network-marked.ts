import {
  type Ipv4,
  ipv4ToNumber,
  isPrivateNetwork,
  networkOf,
  prefixContains,
  splitPrefix,
} from '../../../net/index.ts';
import { converseAll, uplinksOf } from '../../../prove/index.ts';
import { makePacket, type Trace } from '../../../walk/index.ts';
import { defaultRoutes } from '../../ask/routes/index.ts';
import { hostOf } from '../../ask/strangers/index.ts';
import type { CounterExample, Found, Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';
import { localTraffic } from './local-traffic.ts';

/** What the LAN sends to a modem leaves by another line (docs/routeros.md#table-look-up). */
export const wanNetworkMarked: Rule = {
  id: 'marks/wan-network-marked',
  level: 'warning',
  title: { en: 'A modem is looked for behind another line', id: 'Modem dicari lewat jalur lain' },
  why: {
    en: 'The mark sends packets for the network of one line out by another: from the LAN that modem, and all else in its network, is reached by chance or not at all.',
    id: 'Mark mengirim paket untuk jaringan satu jalur keluar lewat jalur lain: dari LAN, modem itu dan isi jaringannya hanya tercapai secara kebetulan, atau tidak sama sekali.',
  },
  check(subject) {
    const found = modemsOf(subject)
      // Of two lines in one network it is said that they are.
      .filter(({ network }, _, all) => all.filter(other => other.network === network).length === 1)
      .flatMap(modem => strayTo(subject, modem).slice(0, 1))
      .toSorted((a, b) => a.rule.origin.span.start.offset - b.rule.origin.span.start.offset);
    const [first, ...more] = found;
    // A rule that exempts nothing at all is said itself.
    if (!first || localTraffic.check(subject).length > 0) return [];
    const networks = found.map(({ modem }) => modem.network);
    return [
      {
        at: first.rule,
        what: {
          en: `This rule also marks what the LAN sends to ${networks.join(', ')}: it may leave by ${first.out}, not by ${first.modem.wan}.`,
          id: `Aturan ini juga menandai paket LAN ke ${networks.join(', ')}: paketnya bisa keluar lewat ${first.out}, bukan ${first.modem.wan}.`,
        },
        do: exempt(networks),
        related: more
          .filter(({ rule }) => rule !== first.rule)
          .map(({ rule }) => ({ at: rule, text: { en: 'This one, too.', id: 'Yang ini juga.' } })),
        counterExample: first.example,
      },
    ];
  },
};

const exempt = (networks: readonly string[]): NonNullable<Found['do']> => {
  const rules = networks
    .map(network => `add chain=prerouting dst-address=${network} action=accept`)
    .join('; ');
  return {
    en: `Accept them before the marks, in /ip firewall mangle, with in-interface of the LAN: ${rules}`,
    id: `Accept sebelum mark, di /ip firewall mangle, dengan in-interface LAN: ${rules}`,
  };
};

/** The box at the near end of a line, in a private network that the text states. */
interface Modem {
  readonly wan: string;
  readonly network: string;
  readonly address: Ipv4;
}

function modemsOf(subject: Subject): Modem[] {
  const { world, router } = subject.well;
  const hops = defaultRoutes(subject).flatMap(({ gateways }) => gateways.flatMap(({ nextHops }) => nextHops));
  return uplinksOf(subject.well).flatMap(wan =>
    (world.interfaces[wan]?.addresses ?? []).flatMap(held => {
      const network = networkOf(held);
      const isStated = router.addresses.some(
        item => !item.disabled && item.interface === wan && item.address.address === held.address,
      );
      const address = hops.find(
        hop => hop.interface === wan && hop.address !== undefined && prefixContains(network, hop.address),
      )?.address;
      const isModems = isStated && isPrivateNetwork(network) && splitPrefix(network).length < 32;
      return isModems && address !== undefined ? [{ wan, network, address }] : [];
    }),
  );
}

interface Stray {
  readonly modem: Modem;
  readonly out: string;
  readonly rule: NonNullable<ReturnType<typeof markingRule>>;
  readonly example: CounterExample;
}

/** Packets of LANs for a modem that a mark sends out by another line. */
function strayTo(subject: Subject, modem: Modem): Stray[] {
  const { well: prepared } = subject;
  return prepared.lans.flatMap(lan => {
    const src = hostOf(subject, lan);
    if (src === undefined) return [];
    const ends = { srcPort: 40_000, dst: ipv4ToNumber(modem.address), dstPort: 80 };
    const packet = makePacket({ protocol: 'tcp', in: lan, src, ...ends });
    return converseAll(prepared, packet).outcomes.flatMap(({ result: { first: trace } }) => {
      const out = otherWayOf(trace, modem.wan);
      const rule = markingRule(trace);
      return out !== undefined && prepared.wans.includes(out) && rule
        ? [{ modem, out, rule, example: { prepared, packet, trace } }]
        : [];
    });
  });
}

const otherWayOf = ({ ending }: Trace, wan: string): string | undefined =>
  'out' in ending && ending.out !== wan ? ending.out : undefined;

/** The rule that chose the line, where one did. */
function markingRule({ steps }: Trace) {
  const rules = steps.flatMap(step => (step.kind === 'rule' ? [step.rule] : []));
  const routing = rules.findLast(({ action }) => action.kind === 'mark-routing');
  return routing && (rules.find(({ action }) => action.kind === 'mark-connection') ?? routing);
}
