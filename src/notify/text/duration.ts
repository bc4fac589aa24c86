import type { Language } from '../../text/index.ts';

const units = {
  en: ['d', 'h', 'min', 's'],
  id: ['hari', 'jam', 'mnt', 'dtk'],
} as const;

/** How long something lasted, by its two largest units: `3 d 4 h`, `12 min`, `8 s`. */
export function lasting(durationMs: number, language: Language): string {
  const seconds = Math.max(0, Math.round(durationMs / 1000));
  const counts = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
    seconds % 60,
  ];
  const named = counts.map((count, at) => ({ count, unit: units[language][at] ?? '' }));
  const first = counts.findIndex(count => count > 0);
  if (first < 0) return `${language === 'en' ? 'less than 1' : 'kurang dari 1'} ${units[language][3]}`;
  const shown = named.slice(first, first + 2).filter(({ count }) => count > 0);
  return shown.map(({ count, unit }) => `${count} ${unit}`).join(' ');
}
