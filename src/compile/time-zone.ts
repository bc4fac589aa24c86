import type { Router } from '../model/index.ts';
import type { Said } from '../text/index.ts';

/** How far the router's clock is ahead of UTC, or why that is not known. */
export type ClockOffset = { readonly seconds: number } | { readonly unknown: Said };

/** Years whose rules of daylight saving time are looked at. */
const years = [2024, 2025, 2026];

/**
 * The offset of `/system clock time-zone-name`. Without a word RouterOS asks MikroTik's cloud where it is, so nothing
 * is known then; and a zone that changes its clock has no one offset.
 */
export function clockOffset({ plain }: Router): ClockOffset {
  const clock = plain.find(({ menu, disabled }) => menu === '/system clock' && !disabled);
  const zone = clock?.properties['time-zone-name'];
  if (zone === undefined)
    return {
      unknown: {
        en: 'the text states no time zone (/system clock time-zone-name)',
        id: 'teks tidak menyebut zona waktu (/system clock time-zone-name)',
      },
    };
  const offsets = offsetsOf(zone);
  const [first] = offsets;
  if (first === undefined)
    return { unknown: { en: `time zone ${zone} is not known`, id: `zona waktu ${zone} tidak dikenal` } };
  return offsets.every(offset => offset === first)
    ? { seconds: first }
    : {
        unknown: {
          en: `time zone ${zone} changes its clock during the year, and nftables counts in UTC`,
          id: `zona waktu ${zone} mengubah jamnya sepanjang tahun, sedangkan nftables menghitung dalam UTC`,
        },
      };
}

/** Its offsets at the beginning of every month; none where there is no such zone. */
function offsetsOf(zone: string): number[] {
  if (!isZone(zone)) return [];
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const moments = years.flatMap(year => Array.from({ length: 12 }, (_, month) => Date.UTC(year, month, 1)));
  return moments.map(moment => secondsIn(format.format(moment)));
}

/** `6/1/2026, GMT+05:30` → 19800; `GMT` alone is UTC. */
function secondsIn(text: string): number {
  const [, sign, hours, minutes] = /GMT([+-])(\d{2}):(\d{2})/.exec(text) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60);
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}
