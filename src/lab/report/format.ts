import { showRate } from '../../net/index.ts';

/** As many digits as one reads: at most two decimals above 1, thin spaces between thousands, no exponent. */
export function showNumber(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  const digits = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 3;
  return trimZeros(value.toFixed(digits)).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, '\u202f');
}

const trimZeros = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

/** `512 000` with unit `bit/s` → `512 kbps` in Winbox's units; other units as they are. */
export function showValue(value: number, unit: string): string {
  if (unit === 'bit/s') return showRate(value).replace('.0 ', ' ');
  if (unit === '%') return `${showNumber(Math.round(value * 10) / 10)} %`;
  return unit === '' ? showNumber(value) : `${showNumber(value)} ${unit}`;
}

/** ms as people say them: `84 ms`, `1.25 s`, `2 min 05 s`. */
export function showMs(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${showNumber(Math.round(ms / 10) / 100)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}
