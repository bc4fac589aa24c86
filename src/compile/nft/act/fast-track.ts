import { type FirewallRule, passedByFastTrack, passedText, type Router } from '../../../model/index.ts';
import { type InEveryLanguage, inEvery, type Said } from '../../../text/index.ts';
import { type Effect, ignored } from './effect.ts';

const noLoss: Said = {
  en: 'Linux has no FastTrack; connections take the full path, with the same result.',
  id: 'Linux tidak punya FastTrack; koneksi melewati jalur penuh, dengan hasil yang sama.',
};

const loss: InEveryLanguage<(passed: readonly string[]) => string> = {
  en: passed =>
    `Linux has no FastTrack: ${passed.join(' and ')} act on every packet of a connection, where RouterOS lets a fast-tracked one pass them by.`,
  id: passed =>
    `Linux tidak punya FastTrack: ${passed.join(' dan ')} dikenakan pada setiap paket koneksi, sedangkan RouterOS melewatkan paket fast-track tanpa itu.`,
};

/** `action=fasttrack-connection`: Linux can do without it; where marks or queues matter, not with the same result. */
export function actFastTrack(router: Router, rule: FirewallRule): Effect {
  const passed = passedByFastTrack(router, rule);
  if (passed.length === 0) return ignored(noLoss);
  return ignored(
    inEvery(language => loss[language](passed.map(one => passedText[one][language]))),
    'warning',
  );
}
