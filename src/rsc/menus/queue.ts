import {
  type MatcherValues,
  makeQueueTree,
  makeQueueType,
  makeSimpleQueue,
  type QueueTarget,
  type UpDown,
} from '../../model/index.ts';
import { parsePrefix } from '../../net/index.ts';
import { time } from '../matchers/time.ts';
import { isFactoryName } from '../names/interfaces.ts';
import { duration, integer, listOf, name, rate, type ValueType } from '../types/index.ts';
import { list, optional, required, withDefault } from './define.ts';

/** A network, or else the name of an interface. */
const target: ValueType<QueueTarget> = {
  name: 'network or interface',
  example: '192.168.0.0/24',
  read: text => {
    const network = parsePrefix(text);
    if (network !== undefined) return { kind: 'address', prefix: network };
    return text === '' || /^[\d./]+$|[<>]/.test(text) ? undefined : { kind: 'interface', interface: text };
  },
  write: value => (value.kind === 'address' ? value.prefix : value.interface),
  interfaces: value => (value.kind === 'interface' ? [value.interface] : []),
};

/** `8h-17h,mon,tue`, as firewall rules write it. */
const activeTime: ValueType<MatcherValues['time']> = { ...time, write: value => time.write(value, false) };

/** `upload/download`; a single value stands for both. */
function upDown<T>(type: ValueType<T>): ValueType<UpDown<T>> {
  return {
    name: `${type.name}/${type.name}`,
    example: `${type.example}/${type.example}`,
    read: text => {
      const [up = '', down = up, ...rest] = text.split('/');
      const upload = type.read(up);
      const download = type.read(down);
      return rest.length > 0 || upload === undefined || download === undefined
        ? undefined
        : { upload, download };
    },
    write: ({ upload, download }) => `${type.write(upload)}/${type.write(download)}`,
  };
}

const decimal: ValueType<number> = {
  name: 'number',
  example: '0.1',
  read: text => (/^\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined),
  write: String,
};

/** Another queue, `global`, or an interface: a port is known by its name, others where the text states them. */
const treeParent: ValueType<string> = {
  ...name,
  interfaces: value => (isFactoryName(value) ? [value] : []),
};

const both = <T>(value: T): UpDown<T> => ({ upload: value, download: value });
const rates = upDown(rate);

export const queueSimple = list({
  path: '/queue simple',
  attributes: {
    name: optional(name),
    target: withDefault(listOf(target), []),
    dst: optional(target),
    parent: optional(name),
    'packet-marks': withDefault(listOf(name), []),
    time: optional(activeTime),
    'max-limit': withDefault(rates, both(0)),
    'limit-at': withDefault(rates, both(0)),
    'burst-limit': withDefault(rates, both(0)),
    'burst-threshold': withDefault(rates, both(0)),
    'burst-time': withDefault(upDown(duration), both(0)),
    priority: withDefault(upDown(integer(1, 8)), both(8)),
    queue: withDefault(upDown(name), both('default-small')),
    'bucket-size': withDefault(upDown(decimal), both(0.1)),
  },
  others: `direction interface target-addresses dst-address total-bucket-size total-burst-limit
    total-burst-threshold total-burst-time total-limit-at total-max-limit total-priority total-queue`,
  into: draft => draft.simpleQueues,
  from: router => router.simpleQueues,
  write: item => ({
    name: item.name,
    target: item.target,
    dst: item.dst,
    parent: item.parent,
    'packet-marks': item.packetMarks,
    time: item.time,
    'max-limit': item.maxLimit,
    'limit-at': item.limitAt,
    'burst-limit': item.burstLimit,
    'burst-threshold': item.burstThreshold,
    'burst-time': item.burstTime,
    priority: item.priority,
    queue: item.queue,
    'bucket-size': item.bucketSize,
  }),
  read: (values, common, _, { draft }) =>
    makeSimpleQueue({
      name: values.name ?? `queue${draft.simpleQueues.length + 1}`,
      target: values.target,
      dst: values.dst,
      parent: values.parent === 'none' ? undefined : values.parent,
      packetMarks: values['packet-marks'],
      time: values.time,
      maxLimit: values['max-limit'],
      limitAt: values['limit-at'],
      burstLimit: values['burst-limit'],
      burstThreshold: values['burst-threshold'],
      burstTime: values['burst-time'],
      priority: values.priority,
      queue: values.queue,
      bucketSize: values['bucket-size'],
      ...common,
    }),
});

export const queueTree = list({
  path: '/queue tree',
  names: 'queue',
  attributes: {
    name: required(name),
    parent: required(treeParent),
    'packet-mark': withDefault(listOf(name), []),
    'max-limit': withDefault(rate, 0),
    'limit-at': withDefault(rate, 0),
    priority: withDefault(integer(1, 8), 8),
    queue: withDefault(name, 'default-small'),
  },
  others: 'bucket-size burst-limit burst-threshold burst-time',
  into: draft => draft.queueTrees,
  from: router => router.queueTrees,
  write: item => ({
    name: item.name,
    parent: item.parent,
    'packet-mark': item.packetMarks,
    'max-limit': item.maxLimit,
    'limit-at': item.limitAt,
    priority: item.priority,
    queue: item.queue,
  }),
  read: (values, common) =>
    makeQueueTree({
      name: values.name,
      parent: values.parent,
      packetMarks: values['packet-mark'],
      maxLimit: values['max-limit'],
      limitAt: values['limit-at'],
      priority: values.priority,
      queue: values.queue,
      ...common,
    }),
});

export const queueType = list({
  path: '/queue type',
  factory: true,
  attributes: { name: optional(name), kind: optional(name) },
  others: `bfifo-limit cake-ack-filter cake-atm cake-autorate-ingress cake-bandwidth cake-diffserv cake-flowmode
    cake-memlimit cake-mpu cake-nat cake-overhead cake-overhead-scheme cake-rtt cake-rtt-scheme cake-wash
    codel-ce-threshold codel-ecn codel-interval codel-limit codel-target fq-codel-ce-threshold fq-codel-ecn
    fq-codel-flows fq-codel-interval fq-codel-limit fq-codel-memlimit fq-codel-quantum fq-codel-target
    mq-pfifo-limit pcq-burst-rate pcq-burst-threshold pcq-burst-time pcq-classifier pcq-dst-address-mask
    pcq-dst-address6-mask pcq-limit pcq-rate pcq-src-address-mask pcq-src-address6-mask pcq-total-limit pfifo-limit
    red-avg-packet red-burst red-limit red-max-threshold red-min-threshold sfq-allot sfq-perturb`,
  into: draft => draft.queueTypes,
  from: router => router.queueTypes,
  write: ({ name: named, kind }) => ({
    name: named === '' ? undefined : named,
    kind: kind === '' ? undefined : kind,
  }),
  read: ({ name: named = '', kind = '' }, common) => makeQueueType({ name: named, kind, ...common }),
});
