import { makeNetwatch, semanticsOf } from '../../model/index.ts';
import { duration, ipv4, name, text } from '../types/index.ts';
import { list, optional, required, withDefault } from './define.ts';

/** Its defaults differ by version (docs/routeros.md#netwatch). */
export const toolNetwatch = list({
  path: '/tool netwatch',
  key: 'host',
  attributes: {
    host: required(name),
    type: withDefault(name, 'simple', { dialect: 'v7' }),
    interval: withDefault(duration, version => semanticsOf(version).netwatchInterval),
    timeout: withDefault(duration, version => semanticsOf(version).netwatchTimeout),
    'src-address': optional(ipv4, { dialect: 'v7' }),
    'up-script': withDefault(text, ''),
    'down-script': withDefault(text, ''),
  },
  others: `accept-icmp-time-exceeded certificate check-certificate dns-server early-failure-detection
    early-success-detection http-code-max http-code-min http-codes ignore-initial-down ignore-initial-up name
    packet-count packet-interval packet-size port record-type start-delay startup-delay test-script thr-avg thr-http-time
    thr-jitter thr-loss-count thr-loss-percent thr-max thr-stdev thr-tcp-conn-time ttl`,
  into: draft => draft.netwatch,
  from: router => router.netwatch,
  write: item => ({
    host: item.host,
    type: item.type,
    interval: item.interval,
    timeout: item.timeout,
    'src-address': item.srcAddress,
    'up-script': item.upScript,
    'down-script': item.downScript,
  }),
  read: (values, common) =>
    makeNetwatch({
      host: values.host,
      type: values.type,
      interval: values.interval,
      timeout: values.timeout,
      srcAddress: values['src-address'],
      upScript: values['up-script'],
      downScript: values['down-script'],
      ...common,
    }),
});
