import type { Netwatch } from '../../model/index.ts';
import { type Duration, type Ipv4, isIpv4, parseDuration } from '../../net/index.ts';

/** What a round of probes may show without its host counting as down (docs/routeros.md#netwatch); undefined: anything. */
export interface HostLimits {
  /** Lost probes: share of 100, and number. */
  readonly lossPercent: number;
  readonly lossCount?: number | undefined;
  /** Round trips, ms. */
  readonly average?: Duration | undefined;
  readonly longest?: Duration | undefined;
  readonly jitter?: Duration | undefined;
  readonly deviation?: Duration | undefined;
}

/** When a host is asked. Times ms. */
export interface HostTiming {
  /** From the start of one round to that of the next. */
  readonly interval: Duration;
  /** How long each probe is waited for. */
  readonly timeout: Duration;
  /** Probes of a round, and the time between two of them. */
  readonly packets: number;
  readonly spacing: Duration;
  /** Before the first round. */
  readonly delay: Duration;
  readonly limits: HostLimits;
}

/** A host that is asked whether it answers, by the way that ordinary routing gives. */
export interface HostCheck extends HostTiming {
  /** Id of its netwatch. */
  readonly key: string;
  readonly host: Ipv4;
  readonly method: 'ping' | 'tcp';
  /** Of `tcp`. */
  readonly port: number;
  readonly source?: Ipv4 | undefined;
}

/** The types that `netwatchTypes` of our Linux program names. */
const methods: ReadonlyMap<string, HostCheck['method']> = new Map([
  ['simple', 'ping'],
  ['icmp', 'ping'],
  ['tcp-conn', 'tcp'],
]);

/** How a netwatch asks its host; undefined: in no way that we have. */
export function hostCheckOf(item: Netwatch): HostCheck | undefined {
  const { id, host, type, interval, timeout, srcAddress, properties } = item;
  const method = methods.get(type);
  if (!isIpv4(host) || !method) return undefined;
  return {
    key: id,
    host,
    method,
    port: Number(properties['port'] ?? 80),
    source: srcAddress,
    ...{ interval: Math.max(interval, shortest), timeout },
    delay: parseDuration(properties['start-delay'] ?? '') ?? usualDelay,
    ...roundOf(item),
  };
}

/** ms; addresses and links need a moment after a start. */
const usualDelay = 3000;

/** A host is not asked more often than that, whatever a text says. */
const shortest = 100;

/** `icmp` sends a series and judges it; the others send one probe. */
function roundOf({ type, properties }: Netwatch): Pick<HostCheck, 'packets' | 'spacing' | 'limits'> {
  const number = (name: string) => {
    const value = Number.parseFloat(properties[name] ?? '');
    return Number.isNaN(value) ? undefined : value;
  };
  const time = (name: string) => parseDuration(properties[name] ?? '');
  if (type === 'tcp-conn')
    return { packets: 1, spacing: 0, limits: { lossPercent: 0, longest: time('thr-tcp-conn-time') } };
  if (type !== 'icmp') return { packets: 1, spacing: 0, limits: { lossPercent: 0 } };
  return {
    packets: Math.max(1, number('packet-count') ?? 10),
    spacing: time('packet-interval') ?? 50,
    limits: {
      lossPercent: number('thr-loss-percent') ?? 85,
      lossCount: number('thr-loss-count'),
      average: time('thr-avg'),
      longest: time('thr-max'),
      jitter: time('thr-jitter'),
      deviation: time('thr-stdev'),
    },
  };
}
