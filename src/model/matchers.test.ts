import { describe, expect, it } from 'vitest';
import { actionProperties, actionsOf, requiredBy } from './actions.ts';
import { firewallTables } from './firewall-table.ts';
import type { Matcher } from './matcher.ts';
import {
  cheapestFirst,
  drawsLots,
  evaluationOrder,
  isCounting,
  matcherKinds,
  matchersOf,
} from './matchers.ts';
import { existsIn } from './semantics.ts';

const kindsOf = (matchers: readonly Matcher[]) => matchers.map(({ kind }) => kind);
const nth: Matcher = { kind: 'nth', every: 2, packet: 1, negated: false };
const limit: Matcher = { kind: 'limit', count: 1, perMs: 1000, burst: 1, mode: 'packet', negated: false };
const random: Matcher = { kind: 'random', percent: 50, negated: false };
const pcc: Matcher = {
  kind: 'per-connection-classifier',
  fields: 'src-address',
  denominator: 2,
  remainder: 0,
  negated: false,
};
const mark: Matcher = { kind: 'connection-mark', mark: 'c', negated: false };
const local: Matcher = { kind: 'dst-address-type', types: ['local'], negated: false };

describe('matchers', () => {
  it('each table lacks what its console does not list', () => {
    const lacks = (family: 'ipv4' | 'ipv6') =>
      firewallTables.map(table => {
        const has = matchersOf(family, table);
        return [
          table,
          matcherKinds
            .filter(kind => !has.has(kind))
            .sort()
            .join(' '),
        ];
      });
    const onlyTracked =
      'connection-bytes connection-limit connection-mark connection-nat-state connection-rate connection-state connection-type';
    const onlyIpv6 = 'headers hop-limit';
    expect(lacks('ipv4')).toEqual([
      ['raw', `${onlyTracked} ${onlyIpv6} layer7-protocol p2p realm routing-mark routing-table`],
      ['mangle', onlyIpv6],
      ['nat', `connection-nat-state connection-state ${onlyIpv6} p2p tcp-flags`],
      ['filter', onlyIpv6],
    ]);
    const onlyIpv4 = 'fragment hotspot ipv4-options layer7-protocol p2p psd realm';
    expect(lacks('ipv6')).toEqual([
      ['raw', `${onlyTracked} ${onlyIpv4} routing-mark routing-table ttl`],
      ['mangle', `${onlyIpv4} routing-table ttl`],
      ['nat', `connection-nat-state ${onlyIpv4} routing-table ttl`],
      ['filter', `${onlyIpv4} routing-table ttl`],
    ]);
  });

  it('versions: tos since 7.21, tls-host of nat up to 7.15, routing-table in RouterOS 6 alone', () => {
    const v7 = (minor: number) => ({ dialect: 'v7', minor }) as const;
    const [nat, mangle] = [matchersOf('ipv4', 'nat'), matchersOf('ipv4', 'mangle')];
    expect([20, 21].map(minor => existsIn(mangle.get('tos'), v7(minor)))).toEqual([false, true]);
    expect([15, 16].map(minor => existsIn(nat.get('tls-host'), v7(minor)))).toEqual([true, false]);
    expect(existsIn(nat.get('routing-table'), { dialect: 'v6' })).toBe(true);
    expect(existsIn(nat.get('routing-table'), v7(20))).toBe(false);
  });

  it('RouterOS: in its own order, however they were typed', () => {
    expect(kindsOf(evaluationOrder([limit, pcc, nth, random, mark, local]))).toEqual([
      'dst-address-type',
      'connection-mark',
      'random',
      'nth',
      'per-connection-classifier',
      'limit',
    ]);
  });

  it('Linux: the cheap ones first, what counts last', () => {
    expect(kindsOf(cheapestFirst([limit, pcc, nth, random, local, mark]))).toEqual([
      'connection-mark',
      'dst-address-type',
      'random',
      'per-connection-classifier',
      'nth',
      'limit',
    ]);
  });

  it('what counts, and what is drawn anew for each rule', () => {
    expect([nth, limit, random, pcc].map(isCounting)).toEqual([true, true, false, false]);
    expect([nth, limit, random, pcc].map(drawsLots)).toEqual([true, true, true, false]);
  });
});

describe('actions', () => {
  it('properties of each table follow from its actions', () => {
    const has = (table: 'raw' | 'mangle' | 'nat' | 'filter') =>
      [...actionProperties('ipv4', table).keys()].sort();
    expect(has('raw')).toEqual(['address-list', 'address-list-timeout', 'jump-target']);
    expect(has('filter')).toEqual([
      'address-list',
      'address-list-timeout',
      'hw-offload',
      'jump-target',
      'reject-with',
    ]);
    expect(has('nat')).toContain('to-addresses');
    expect(actionProperties('ipv6', 'nat').has('to-address')).toBe(true);
    const older = actionProperties('ipv6', 'nat').get('to-addresses');
    expect([15, 16].map(minor => existsIn(older, { dialect: 'v7', minor }))).toEqual([true, false]);
  });

  it('hw-offload ended with 7.20', () => {
    const gate = actionProperties('ipv4', 'filter').get('hw-offload');
    expect([20, 21].map(minor => existsIn(gate, { dialect: 'v7', minor }))).toEqual([true, false]);
  });

  it('an action knows what it cannot do without', () => {
    expect(requiredBy('jump')).toEqual(['jump-target']);
    expect(requiredBy('accept')).toEqual([]);
    expect(actionsOf('ipv4', 'raw')).toContain('notrack');
    expect(actionsOf('ipv6', 'mangle')).toContain('change-hop-limit');
  });
});
