/** Bits per second. RouterOS suffixes are decimal: `512k` is 512 000 bit/s (docs/routeros.md#queues). */
export type BitRate = number;

const unit: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, g: 1e9 };

/** `512k`, `10M`, `1G`, `64000`; undefined for anything else. */
export function parseRate(text: string): BitRate | undefined {
  const match = /^(\d+(?:\.\d+)?)([kmg]?)(?:bps|bit)?$/i.exec(text.trim());
  if (!match) return undefined;
  return Math.round(Number(match[1]) * (unit[(match[2] ?? '').toLowerCase()] ?? 1));
}

/** The shortest exact RouterOS form: 512000 → `512k`, 1500 → `1500`. */
export function printRate(rate: BitRate): string {
  for (const [suffix, size] of [
    ['G', 1e9],
    ['M', 1e6],
    ['k', 1e3],
  ] as const) {
    if (rate >= size && rate % size === 0) return `${rate / size}${suffix}`;
  }
  return `${rate}`;
}

/** For people, as Winbox shows it: `972.2 kbps`, `336 bps`. */
export function showRate(rate: BitRate): string {
  if (rate >= 1e9) return `${(rate / 1e9).toFixed(1)} Gbps`;
  if (rate >= 1e6) return `${(rate / 1e6).toFixed(1)} Mbps`;
  if (rate >= 1e3) return `${(rate / 1e3).toFixed(1)} kbps`;
  return `${Math.round(rate)} bps`;
}
