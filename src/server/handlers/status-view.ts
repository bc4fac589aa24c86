import type { z } from '@hono/zod-openapi';
import type { LineReply, StatusReply } from '../../gateway/index.ts';
import { conditionIn, movesIn } from '../../gateway/index.ts';
import { lineWhy } from '../../report/say/index.ts';
import type { Language } from '../../text/index.ts';
import type { Plain } from '../plain.ts';
import type { Status, Wan } from '../schema/index.ts';

export type StatusView = Plain<z.input<typeof Status>>;
export type WanView = Plain<z.input<typeof Wan>>;

const before = (nowMs: number, ms: number): string => new Date(nowMs - ms).toISOString();

/** The whole state, as the API has it. */
export async function statusView(
  status: StatusReply,
  differences: readonly string[],
  { nowMs, lang }: { readonly nowMs: number; readonly lang: Language },
): Promise<StatusView> {
  const {
    name,
    version,
    pid,
    file,
    dialect,
    pace,
    startedAt: since,
    upMs,
    forwards,
    seed,
    active,
    hosts,
    trial,
  } = status;
  const count = (state: LineReply['status']): number =>
    status.lines.filter(one => one.status === state).length;
  const last = status.sharing?.last;
  return {
    at: new Date(nowMs).toISOString(),
    ...{
      name,
      version,
      pid,
      file,
      dialect,
      pace,
      since,
      upMs,
      forwards,
      seed,
      active,
      hosts,
      differences,
      trial,
    },
    conditions: status.conditions.map(one => conditionIn(one, lang)),
    lines: { up: count('up'), degraded: count('degraded'), down: count('down'), unknown: count('unknown') },
    ...(status.sharing && {
      sharing: {
        ...status.sharing,
        last: last && { why: movesIn(last.why, lang), since: before(nowMs, last.forMs) },
      },
    }),
  };
}

/** One uplink, as the API has it. `connections`: that leave by it, where somebody counted them. */
export function wanView(
  line: LineReply,
  {
    nowMs,
    lang,
    connections,
  }: { readonly nowMs: number; readonly lang: Language; readonly connections?: number | undefined },
): WanView {
  const { line: name, label, status: state, cause, held, evidence, forMs, addresses, gateway } = line;
  const { rate, limits, opened, promised, lastOutage, lease } = line;
  return {
    ...{ name, label, state, cause, held, evidence, addresses, gateway, connections, lastOutage },
    why: lineWhy(line, lang),
    ...{ rttMs: evidence?.roundTripMs, jitterMs: evidence?.jitterMs, loss: evidence?.loss },
    ...(lease && {
      lease: {
        address: `${lease.address.address}/${lease.address.length}`,
        ...{ gateway: lease.gateway, server: lease.server, dns: lease.dns },
        expiresAt: before(nowMs, -lease.leftMs),
      },
    }),
    ...(rate && { rate: { receivedBitsPerSecond: rate.receivedBps, sentBitsPerSecond: rate.sentBps } }),
    ...(limits && {
      limit: {
        place: limits.source,
        ...{ receivedBitsPerSecond: limits.downloadBps, sentBitsPerSecond: limits.uploadBps },
      },
    }),
    ...(opened && { opened: { connections: opened.connections, overMs: opened.overMs } }),
    share: { promised, measured: opened?.share },
    ...(forMs !== undefined && { since: before(nowMs, forMs) }),
  };
}
