import { type LineTarget, type LineWatch, patienceMs, slowMs } from '../../../health/index.ts';
import type { GatewayCheck } from '../../../rib/index.ts';

/** Bytes of IP that one probe and its answer take, both ways (docs/health.md#what-it-costs). */
const costs: Readonly<Record<LineTarget['method'], number>> = {
  arp: 0,
  ping: 72,
  dns: 160,
  tcp: 260,
  http: 700,
  https: 6000,
};

/** An idle line may cost this much a day, with room for bursts below the 15 MB that are promised. */
const bytesADay = 12.5e6;
const dayMs = 86_400_000;

/**
 * How fast a line is asked. The timers of the text are upper bounds: a text that asks ten times a second is not answered
 * later because jalur would ask less often; what that costs is the text's choice.
 */
export function paceOf(
  checks: readonly GatewayCheck[],
  targets: readonly LineTarget[],
): Pick<LineWatch, 'slowMs' | 'patienceMs'> {
  const stated = targets.filter(one => one.stated && one.place === 'beyond');
  const deciding = stated.length > 0 ? stated : targets.filter(({ place }) => place === 'beyond');
  const cost = mean(deciding.map(({ method }) => costs[method]));
  const affordable = Math.max(slowMs, (cost * dayMs) / bytesADay);
  const [interval, verdict] = [checks.map(one => one.interval), checks.map(verdictMs)].map(least);
  return {
    slowMs: Math.min(affordable, interval ?? affordable),
    patienceMs: Math.min(patienceMs, verdict ?? patienceMs),
  };
}

/** What RouterOS's own rule takes from the first lost probe on. */
const verdictMs = ({ interval, timeout, count }: GatewayCheck): number =>
  interval * (count - 1) + Math.min(timeout, interval);

const least = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : Math.min(...values);

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, one) => sum + one, 0) / values.length;
