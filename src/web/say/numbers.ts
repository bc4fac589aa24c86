import { showRate } from '../../net/index.ts';

/** What is not known is a dash, never a zero. */
export const unknown = '–';

const orDash =
  (say: (value: number) => string) =>
  (value: number | undefined | null): string =>
    value === undefined || value === null || Number.isNaN(value) ? unknown : say(value);

export const rate = orDash(showRate);
export const count = orDash(value => Math.round(value).toLocaleString('en').replaceAll(',', ' '));
export const percent = orDash(value => `${(value * 100).toFixed(value > 0 && value < 0.1 ? 1 : 0)} %`);
export const ms = orDash(value =>
  value >= 100 ? `${Math.round(value)} ms` : `${value.toFixed(value >= 10 ? 1 : 2)} ms`,
);

/** As RouterOS counts: 1024. */
export const bytes = orDash(value => {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  const step = value < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(value) / 10));
  return `${step === 0 ? Math.round(value) : (value / 1024 ** step).toFixed(1)} ${units[step]}`;
});
