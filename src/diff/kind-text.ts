import type { Direction } from '../prove/index.ts';
import { counted, type InEveryLanguage, type Language } from '../text/index.ts';
import { endingText, type Prepared, packetText } from '../walk/index.ts';
import type { KindChange } from './kinds.ts';

const en = {
  directions: {
    'lan-to-internet': 'from the LAN to the Internet',
    'lan-to-lan': 'from LAN to LAN',
    'lan-to-router': 'from the LAN to the router',
    'lan-to-forward': 'from the LAN to a port forward',
    'router-to-servers': 'the router itself, to a server',
    'router-to-lan': 'the router itself, to the LAN',
    'wan-to-server': 'from outside, to a server of the router',
    'wan-to-router': 'from outside',
    'wan-to-elsewhere': 'from outside, to others',
  } satisfies Record<Direction, string> as Record<Direction, string>,
  more: (count: number) => ` (and ${counted(count, 'kind')} more like it)`,
};

const id: typeof en = {
  directions: {
    'lan-to-internet': 'dari LAN ke Internet',
    'lan-to-lan': 'dari LAN ke LAN',
    'lan-to-router': 'dari LAN ke router',
    'lan-to-forward': 'dari LAN ke port forward',
    'router-to-servers': 'router sendiri, ke server',
    'router-to-lan': 'router sendiri, ke LAN',
    'wan-to-server': 'dari luar, ke server di router',
    'wan-to-router': 'dari luar',
    'wan-to-elsewhere': 'dari luar, ke yang lain',
  },
  more: count => ` (dan ${count} jenis lain yang serupa)`,
};

const words: InEveryLanguage<typeof en> = { en, id };

/** `from outside: tcp 1.0.0.2 → 203.0.113.5:3389 in by ISP1: forwarded to … → dropped by …`. */
export function kindText(before: Prepared, after: Prepared, change: KindChange, language: Language): string {
  const say = words[language];
  const more = change.kinds > 1 ? say.more(change.kinds - 1) : '';
  const [was, is] = [endingText(before, change.before, language), endingText(after, change.after, language)];
  return `${say.directions[change.direction]}: ${packetText(change.packet, language)}${more}\n    ${was}\n  → ${is}`;
}
