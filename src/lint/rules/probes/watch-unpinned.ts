import { mainTable, type Netwatch } from '../../../model/index.ts';
import { type Ipv4, ipv4ToNumber, isIpv4, splitPrefix } from '../../../net/index.ts';
import { isDefaultLike, uplinksOf } from '../../../prove/index.ts';
import { Networks, type RibRoute } from '../../../rib/index.ts';
import { outsOf } from '../../ask/routes/index.ts';
import { type Held, type Line, linesOf, placeOfScript } from '../../ask/scripts/index.ts';
import type { Found, Place, Rule, Said } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** A script that switches lines by a host which any line leads to, or the wrong one (docs/routeros.md#netwatch). */
export const watchUnpinned: Rule = {
  id: 'probes/watch-unpinned',
  level: 'warning',
  title: {
    en: 'A watched host that another line leads to',
    id: 'Host yang diawasi tercapai lewat jalur lain',
  },
  why: {
    en: 'When the line fails and its route is switched off, the host answers by the other line: the script takes the dead line for well and switches back, again and again.',
    id: 'Saat jalur mati dan rutenya dimatikan, host menjawab lewat jalur lain: skrip mengira jalur itu sudah hidup dan mengaktifkannya lagi, berulang-ulang.',
  },
  check(subject) {
    if (uplinksOf(subject.well).length < 2) return [];
    const lines = linesOf(subject.router);
    const watched = [...watchedByNetwatch(subject, lines), ...watchedByPing(lines)];
    return watched.flatMap(one => finding(subject, one)).filter(isFirstAt);
  },
};

/** A host, and the lines that a script switches when it does not answer. */
interface Watched {
  readonly at: Place;
  readonly host: Ipv4;
  readonly switching: readonly Line[];
}

const isFirstAt = (found: Found, at: number, all: readonly Found[]): boolean =>
  all.findIndex(other => other.at === found.at) === at;

function watchedByNetwatch({ router }: Subject, lines: readonly Line[]): Watched[] {
  return router.netwatch.filter(isOrdinary).flatMap(at => {
    const own = lines.filter(({ held }) => held.item === at);
    const named = lines.filter(({ held }) => nameOf(held) !== '' && names(at, nameOf(held)));
    const switching = [...own, ...named].filter(isSwitch);
    return isIpv4(at.host) && switching.length > 0 ? [{ at, host: at.host, switching }] : [];
  });
}

/** From an address of its own a rule may lead it by its line. */
const isOrdinary = ({ disabled, srcAddress }: Netwatch): boolean => !disabled && srcAddress === undefined;

const nameOf = ({ item }: Held): string =>
  'menu' in item && item.menu === '/system script' ? (item.properties?.['name'] ?? '') : '';

const names = ({ upScript, downScript }: Netwatch, name: string): boolean =>
  [upScript, downScript].some(text => new RegExp(`\\b${name.replaceAll(/[^\w-]/g, '.')}\\b`).test(text));

/** `/ping` without a port, a table or a source of its own, in a script that switches lines. */
function watchedByPing(lines: readonly Line[]): Watched[] {
  const scripts = [...new Set(lines.map(({ held }) => held))];
  return scripts.flatMap(held => {
    const switching = lines.filter(line => line.held === held && isSwitch(line));
    const hosts = [...held.text.matchAll(/\/?\bping\s+(?:address=)?(\d+\.\d+\.\d+\.\d+)([^\]\n;]*)/g)];
    return hosts.flatMap(([, host = '', more = '']) =>
      switching.length > 0 && isIpv4(host) && !/interface|routing-table|src-address|vrf/.test(more)
        ? [{ at: placeOfScript(held), host, switching }]
        : [],
    );
  });
}

/** What changes which route is used. */
const isSwitch = ({ statement: { menu, text } }: Line): boolean =>
  (menu === '/ip route' && /^(?:set|enable|disable|remove)\b/.test(text)) ||
  (menu === '/ip dhcp-client' && /^(?:set|enable|disable)\b/.test(text));

function finding(subject: Subject, { at, host, switching }: Watched): Found[] {
  const [way] = mainOf(subject).holding(ipv4ToNumber(host));
  if (!way || way.source === 'connect') return [];
  if (isDefaultLike(way)) return [{ at, what: unpinned(host), do: pin(host) }];
  const watched = outsOf(way);
  const switched = new Set(switching.flatMap(line => switchedBy(subject, line)));
  const isOther = switched.size > 0 && watched.length > 0 && !watched.some(name => switched.has(name));
  return isOther
    ? [{ at, what: wrong(host, watched, [...switched]), why: whyWrong, do: pinTo([...switched]) }]
    : [];
}

const mainOf = ({ well: { rib } }: Subject): Networks<RibRoute> =>
  new Networks(
    rib.routes
      .filter(route => route.active && route.table === mainTable)
      .toSorted((a, b) => splitPrefix(b.destination).length - splitPrefix(a.destination).length)
      .map(route => [route.destination, route] as const),
  );

/** The lines of default routes that a statement turns off, or puts behind others, by their comment. */
function switchedBy({ well: { rib } }: Subject, { statement: { menu, text } }: Line): string[] {
  const [, comment] = /^(?:disable|set) \[ ?find (?:where )?comment="?([^"\]]+?)"? ?\]/.exec(text) ?? [];
  if (menu !== '/ip route' || comment === undefined) return [];
  return rib.routes
    .filter(route => route.comment === comment && isDefaultLike(route) && isWorse(text, route))
    .flatMap(outsOf);
}

/** To turn another line on, or to prefer it, is what a watch is for. */
function isWorse(text: string, { distance }: RibRoute): boolean {
  const [, disabled] = /\bdisabled?=(yes|no)\b/.exec(text) ?? [];
  const [, wanted] = /\bdistance="?(\d+)/.exec(text) ?? [];
  if (disabled !== undefined) return disabled === 'yes';
  return wanted === undefined || Number(wanted) > distance;
}

const unpinned = (host: string): Said => ({
  en: `${host} is watched to switch lines, and only default routes lead there.`,
  id: `${host} diawasi untuk memindahkan jalur, tetapi hanya rute default yang menuju ke sana.`,
});

const pin = (host: string): Said => ({
  en: `Lead it by the line that it stands for: /ip route add dst-address=${host}/32 gateway=GATEWAY, with GATEWAY of that line, and a blackhole route to it with distance=254.`,
  id: `Arahkan lewat jalur yang diwakilinya: /ip route add dst-address=${host}/32 gateway=GATEWAY milik jalur itu, dan rute blackhole ke sana dengan distance=254.`,
});

const wrong = (host: string, watched: readonly string[], switched: readonly string[]): Said => ({
  en: `${host} is reached by ${watched.join(', ')}, and the script switches the route by ${switched.join(', ')}.`,
  id: `${host} dicapai lewat ${watched.join(', ')}, padahal skrip memindahkan rute lewat ${switched.join(', ')}.`,
});

const whyWrong: Said = {
  en: 'The script watches one line and switches another: a dead line stays in use, and a good one is switched off.',
  id: 'Skrip mengawasi satu jalur dan memindahkan jalur lain: jalur mati tetap dipakai, dan jalur yang baik dimatikan.',
};

const pinTo = (switched: readonly string[]): Said => ({
  en: `Lead the host by ${switched.join(', ')}, or switch the route of the line that is watched.`,
  id: `Arahkan host itu lewat ${switched.join(', ')}, atau pindahkan rute milik jalur yang diawasi.`,
});
