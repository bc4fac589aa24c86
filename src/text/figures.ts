import type { InEveryLanguage, Language } from './language.ts';

/** `12.3 ms`, `350 ms`. */
export const ms = (duration: number): string => `${duration.toFixed(duration < 100 ? 1 : 0)} ms`;

const units = {
  en: ['d', 'h', 'min', 's'],
  id: ['hari', 'jam', 'mnt', 'dtk'],
} as const satisfies InEveryLanguage<readonly string[]>;

/** How long something is so, by its two largest units: `3 d 4 h`, `12 min`, `8 s`; `3 hari 4 jam`. */
export function lasting(durationMs: number, language: Language = 'en'): string {
  const seconds = Math.max(0, Math.floor(durationMs / 1000));
  const counts = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
    seconds % 60,
  ];
  const [, , , second] = units[language];
  const first = counts.findIndex(count => count > 0);
  if (first < 0) return `0 ${second}`;
  return counts
    .map((count, at) => [count, units[language][at] ?? second] as const)
    .slice(first, first + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ');
}

/** `850 bit/s`, `1.2 Mbit/s`. */
export function bitRate(bps: number): string {
  const [size, unit] =
    bps >= 1e9 ? [1e9, 'Gbit/s'] : bps >= 1e6 ? [1e6, 'Mbit/s'] : bps >= 1e3 ? [1e3, 'kbit/s'] : [1, 'bit/s'];
  const count = bps / size;
  return `${count >= 100 || size === 1 ? Math.round(count) : count.toFixed(1)} ${unit}`;
}

/** `52 %`. */
export const percent = (share: number): string => `${Math.round(share * 100)} %`;
