import { makePool } from '../../model/index.ts';
import { type Ipv4Range, ipv4Range, listOf, name, type ValueType, wholeNetwork } from '../types/index.ts';
import { list, optional, required } from './define.ts';

/** A pool also takes networks: then every address of them. */
const poolRange: ValueType<Ipv4Range> = {
  ...ipv4Range,
  read: text => ipv4Range.read(text) ?? wholeNetwork(text),
};

export const ipPool = list({
  path: '/ip pool',
  names: 'pool',
  attributes: { name: required(name), ranges: required(listOf(poolRange)), 'next-pool': optional(name) },
  into: draft => draft.pools,
  from: router => router.pools,
  write: ({ name: pool, ranges, nextPool }) => ({ name: pool, ranges, 'next-pool': nextPool }),
  read: (values, common) =>
    makePool({
      name: values.name,
      ranges: values.ranges,
      nextPool: values['next-pool'] === 'none' ? undefined : values['next-pool'],
      ...common,
    }),
});
