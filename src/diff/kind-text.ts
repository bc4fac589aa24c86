import { directionText } from '../prove/index.ts';
import { counted, type InEveryLanguage, type Language } from '../text/index.ts';
import { endingText, type Prepared, packetText } from '../walk/index.ts';
import type { KindChange } from './kinds.ts';

const en = { more: (count: number) => ` (and ${counted(count, 'kind')} more like it)` };
const id: typeof en = { more: count => ` (dan ${count} jenis lain yang serupa)` };

const words: InEveryLanguage<typeof en> = { en, id };

/** `from the Internet to the router: tcp 1.0.0.2 → 203.0.113.5:3389 in by ISP1: forwarded to … → dropped by …`. */
export function kindText(before: Prepared, after: Prepared, change: KindChange, language: Language): string {
  const say = words[language];
  const more = change.kinds > 1 ? say.more(change.kinds - 1) : '';
  const [was, is] = [endingText(before, change.before, language), endingText(after, change.after, language)];
  return `${directionText(change.direction, language)}: ${packetText(change.packet, language)}${more}\n    ${was}\n  → ${is}`;
}
