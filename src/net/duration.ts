/** Milliseconds. */
export type Duration = number;

const unit: Readonly<Record<string, number>> = {
  w: 604_800_000,
  d: 86_400_000,
  h: 3_600_000,
  m: 60_000,
  s: 1000,
  ms: 1,
};

/** RouterOS times: `1d2h3m4s`, `00:10:00`, `10m`, `500ms`, `5` (seconds); undefined for anything else. */
export function parseDuration(text: string): Duration | undefined {
  const clock = /^(?:(\d+)d)?(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?$/.exec(text);
  if (clock) {
    const [, d = '0', h = '0', m = '0', s = '0'] = clock;
    return Number(d) * 86_400_000 + Number(h) * 3_600_000 + Number(m) * 60_000 + Number(s) * 1000;
  }
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
  if (!/^(\d+(\.\d+)?(ms|[wdhms]))+$/.test(text)) return undefined;
  let total = 0;
  for (const [, count = '0', name = 's'] of text.matchAll(/(\d+(?:\.\d+)?)(ms|[wdhms])/g)) {
    total += Number(count) * (unit[name] ?? 0);
  }
  return Math.round(total);
}

/** RouterOS's compact form: 93784000 → `1d2h3m4s`; 0 → `0s`. */
export function printDuration(duration: Duration): string {
  let rest = Math.round(duration);
  let text = '';
  for (const name of ['w', 'd', 'h', 'm', 's', 'ms'] as const) {
    const size = unit[name] ?? 1;
    const count = Math.floor(rest / size);
    if (count > 0) text += `${count}${name}`;
    rest -= count * size;
  }
  return text || '0s';
}
