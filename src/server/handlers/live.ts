import type { ControlValues } from '../../gateway/index.ts';
import { routeFlags, whyText } from '../../rib/index.ts';
import { type Asking, byOf } from '../context.ts';
import { ownConditions } from '../own-troubles.ts';
import { pageOf } from '../paging.ts';
import type { operations } from '../routes/index.ts';
import type { Handler } from '../serve.ts';
import { ruleCounts } from './rule-counts.ts';
import { ruleTables } from './sources.ts';
import { statusView, wanView } from './status-view.ts';

type Ops = typeof operations;

const isoNow = ({ parts }: Pick<Asking, 'parts'>): string => new Date(parts.now()).toISOString();

export const getStatus: Handler<Ops['getStatus']> = async ({ parts, query: { lang } }) => {
  const [status, { differences }] = await Promise.all([
    parts.daemon.ask('status'),
    parts.daemon.ask('routes'),
  ]);
  const view = await statusView(status, differences, { nowMs: parts.now(), lang });
  return { ...view, conditions: [...view.conditions, ...ownConditions(parts, lang)] };
};

/** How many connections use each WAN, as far as the gateway can say. */
async function connectionsByWan({
  daemon,
}: Asking['parts']): Promise<Readonly<Record<string, number>> | undefined> {
  try {
    return (await daemon.ask('connections', { limit: 1 })).byWan;
  } catch {
    return undefined;
  }
}

export const getWans: Handler<Ops['getWans']> = async ({ parts, query: { lang } }) => {
  const [{ lines }, byWan] = await Promise.all([parts.daemon.ask('status'), connectionsByWan(parts)]);
  const nowMs = parts.now();
  const items = lines.map(line =>
    wanView(line, { nowMs, lang, connections: byWan && (byWan[line.line] ?? 0) }),
  );
  return { at: new Date(nowMs).toISOString(), total: items.length, items };
};

const setWan =
  (action: 'down' | 'up'): Handler<Ops['takeWanDown']> =>
  async asking => {
    const { parts, params, query, body } = asking;
    asking.note(body.force ? 'force' : '');
    const { line, changed } = await parts.daemon.ask('wan', {
      line: params.name,
      action,
      force: body.force,
      by: byOf(asking),
    });
    return { wan: wanView(line, { nowMs: parts.now(), lang: query.lang }), changed };
  };
export const takeWanDown = setWan('down');
export const bringWanUp = setWan('up');

const direction = (
  count: ControlValues['interfaces']['interfaces'][number]['received'],
  bitsPerSecond: number | undefined,
  packetsPerSecond: number | undefined,
) => ({ ...count, bitsPerSecond, packetsPerSecond });

export const getInterfaces: Handler<Ops['getInterfaces']> = async ({ parts, query }) => {
  const { at, interfaces } = await parts.daemon.ask('interfaces');
  const { items, ...page } = pageOf(interfaces, query);
  return {
    ...{ at, ...page },
    items: items.map(({ name, routerName, exists, received, sent, rates, source, mtu, mac, ...one }) => {
      const { label, comment, type, role, roleBecause, running, disabled, addresses, bridge } = one;
      const flags = `${disabled ? 'X' : ''}${running ? 'R' : ''}${bridge === undefined ? '' : 'S'}`;
      return {
        ...{
          name: routerName ?? name,
          device: name,
          label,
          comment,
          type,
          role,
          roleBecause,
          flags,
          running,
          disabled,
        },
        ...{ present: exists, addresses, bridge, place: source },
        ...(exists && { mtu, mac }),
        rx: exists ? direction(received, rates?.receivedBps, rates?.receivedPps) : {},
        tx: exists ? direction(sent, rates?.sentBps, rates?.sentPps) : {},
      };
    }),
  };
};

export const getRoutes: Handler<Ops['getRoutes']> = async asking => {
  const { parts, query } = asking;
  const [{ rib, fib, differences }, { dialect, world }] = await Promise.all([
    parts.daemon.ask('routes'),
    parts.daemon.ask('status'),
  ]);
  const wanted = rib.routes.filter(({ table }) => query.table === undefined || table === query.table);
  const { items, ...page } = pageOf(wanted, query);
  return {
    ...{ at: isoNow(asking), ...page, differences },
    tables: [...new Set(rib.routes.map(({ table }) => table))],
    items: items.map(({ origin, why, gateways, ...route }) => ({
      ...route,
      flags: routeFlags({ origin, why, gateways, ...route }, { dialect }),
      gateways: gateways.map(gateway => ({ ...gateway, why: whyText(gateway.why, query.lang) })),
      ...(why && { why: whyText(why, query.lang) }),
      ...(origin.span.file !== '' && { place: { file: origin.span.file, line: origin.span.start.line } }),
    })),
    checks: rib.checks.map(({ interval, timeout, ...check }) => ({
      ...check,
      ...{ intervalMs: interval, timeoutMs: timeout, reachable: !world.unreachable.includes(check.key) },
    })),
    kernel: fib,
  };
};

export const getFirewall: Handler<Ops['getFirewall']> = async asking => {
  const { parts, params, query } = asking;
  const [tables, counters] = await Promise.all([ruleTables(parts), parts.daemon.ask('counters')]);
  const all = tables[params.table];
  const wanted = all.filter(({ chain }) => query.chain === undefined || chain === query.chain);
  const counts = ruleCounts(params.table, tables, counters.rules);
  const { items, ...page } = pageOf(wanted, query);
  return {
    ...{ at: isoNow(asking), ...page, chains: [...new Set(all.map(({ chain }) => chain))] },
    items: items.map(rule => ({ ...rule, counter: counts.get(rule) })),
  };
};

export const getHealth: Handler<Ops['getHealth']> = async asking => {
  const { parts, query } = asking;
  const [{ pace, lines, hosts, world }, { rib }] = await Promise.all([
    parts.daemon.ask('status'),
    parts.daemon.ask('routes'),
  ]);
  const nowMs = parts.now();
  return {
    ...{ at: isoNow(asking), pace },
    lines: lines.map(line => {
      const { name, label, state, cause, held, why, evidence, since } = wanView(line, {
        nowMs,
        lang: query.lang,
      });
      return { name, label, state, cause, held, why, evidence, since, forMs: line.forMs };
    }),
    checks: rib.checks.map(({ interval, timeout, ...check }) => ({
      ...check,
      ...{ intervalMs: interval, timeoutMs: timeout, reachable: !world.unreachable.includes(check.key) },
    })),
    hosts: hosts.map(({ host, status }) => ({ host, status: status ?? ('unknown' as const) })),
  };
};
