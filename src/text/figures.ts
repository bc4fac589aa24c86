/** `12.3 ms`, `350 ms`. */
export const ms = (duration: number): string => `${duration.toFixed(duration < 100 ? 1 : 0)} ms`;

/** How long something is so, by its two largest units: `3 d 4 h`, `12 min`, `8 s`. */
export function lasting(durationMs: number): string {
  const seconds = Math.max(0, Math.floor(durationMs / 1000));
  const parts = [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor(seconds / 3600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ] as const;
  const first = parts.findIndex(([count]) => count > 0);
  if (first < 0) return '0 s';
  return parts
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
