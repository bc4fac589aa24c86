import type { ControlValues } from '../../gateway/index.ts';
import { pageOf } from '../paging.ts';
import type { operations } from '../routes/index.ts';
import type { Handler } from '../serve.ts';

type Ops = typeof operations;

export const getConnections: Handler<Ops['getConnections']> = async ({ parts, query }) => {
  const { wan, client, port, protocol, q: text, sort, limit, cursor } = query;
  const filter = {
    ...(wan !== undefined && { wan }),
    ...(client !== undefined && { client }),
    ...(port !== undefined && { port }),
    ...(protocol !== undefined && { protocol }),
    ...(text !== undefined && { text }),
  };
  const found = await parts.daemon.ask('connections', {
    filter,
    sort,
    limit,
    ...(cursor !== undefined && { cursor }),
  });
  const { at, total, tracked, accounting, ratesOverMs, byWan, byMark, next } = found;
  return {
    at,
    total,
    tracked,
    accounting,
    ratesOverMs,
    byWan,
    byMark,
    next,
    items: found.items.map(connection),
  };
};

type ConnectionReply = ControlValues['connections']['items'][number];

function connection({ original, reply, sent, received, sentBps, receivedBps, id, ...one }: ConnectionReply) {
  const { protocol, state, flags, timeoutMs, mark, markValue, wan, wanBy } = one;
  return {
    ...{ id: `${id}`, protocol, state, flags, timeoutMs, mark, markValue, wan, wanBy },
    source: { address: original.source, port: original.sourcePort },
    destination: { address: original.destination, port: original.destinationPort },
    replySource: { address: reply.source, port: reply.sourcePort },
    replyDestination: { address: reply.destination, port: reply.destinationPort },
    original: { ...sent, bitsPerSecond: sentBps },
    reply: { ...received, bitsPerSecond: receivedBps },
  };
}

type QueueReply = ControlValues['queues']['queues'][number];

function queueWay(way: NonNullable<QueueReply['upload']>) {
  const { maxLimitBps, limitAtBps, priority, count } = way;
  return {
    ...{ priority, bitsPerSecond: count?.rateBps },
    ...(maxLimitBps > 0 && { maxLimitBitsPerSecond: maxLimitBps }),
    ...(limitAtBps > 0 && { limitAtBitsPerSecond: limitAtBps }),
    ...(count && {
      ...{ bytes: count.bytes, packets: count.packets, dropped: count.dropped },
      ...{ queuedBytes: count.backlogBytes, queuedPackets: count.backlogPackets },
    }),
    ...(count?.rateBps !== undefined && maxLimitBps > 0 && { use: Math.min(1, count.rateBps / maxLimitBps) }),
  };
}

export const getQueues: Handler<Ops['getQueues']> = async ({ parts, query }) => {
  const { at, queues } = await parts.daemon.ask('queues');
  const { items, ...page } = pageOf(queues, query);
  return {
    ...{ at, ...page },
    items: items.map(({ targets: target, source: place, upload, download, ...queue }) => ({
      ...{ ...queue, target, place },
      ...(upload && { upload: queueWay(upload) }),
      ...(download && { download: queueWay(download) }),
    })),
  };
};

export const getLeases: Handler<Ops['getLeases']> = async ({ parts, query }) => {
  const { at, wan, lan, servers } = await parts.daemon.ask('leases');
  const given = wan.map(
    ({ line, label, source: place, lease, expiresAt, refused }) =>
      ({
        ...{ kind: 'wan' as const, interface: line, label, expiresAt, refused, place },
        status: lease ? ('bound' as const) : refused ? ('refused' as const) : ('searching' as const),
        address: lease && `${lease.address.address}/${lease.address.length}`,
        ...{ gateway: lease?.gateway, server: lease?.server, dns: lease?.dns ?? [] },
      }) as const,
  );
  const handed = lan.map(
    ({ hostname: host, source: place, ...one }) =>
      ({ kind: 'lan' as const, ...one, host, dns: [], place }) as const,
  );
  return { at, ...pageOf([...given, ...handed], query), servers };
};
