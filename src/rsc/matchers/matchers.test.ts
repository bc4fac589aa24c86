import { describe, expect, it } from 'vitest';
import { type MatcherKind, matcherKinds } from '../../model/index.ts';
import type { Family } from '../../net/index.ts';
import { matcherType, writeMatcher } from './index.ts';

interface Texts {
  /** Written as they were read. */
  readonly same: readonly string[];
  /** What is written shorter, or in RouterOS's own form. */
  readonly becomes?: Readonly<Record<string, string>>;
  readonly bad: readonly string[];
}

const names: Texts = { same: ['ether1', '!vlan 10'], bad: ['', '<wan>'] };
const lists: Texts = { same: ['WAN', '!LAN'], bad: ['', '{list}'] };
const marks: Texts = { same: ['no-mark', '!c1'], bad: ['', '<mark>'] };
const ports: Texts = { same: ['80', '!80,443,8000-8080'], bad: ['http', '70000', '90-80'] };
const addresses: Texts = {
  same: ['10.0.0.0/8', '!10.0.0.1', '10.0.0.1-10.0.0.9'],
  bad: ['10.0.0', '10.0.0.9-10.0.0.1', 'fe80::1'],
};
const types: Texts = { same: ['local', '!local,broadcast'], bad: ['', 'locale'] };
const priorities: Texts = { same: ['0', '!63'], bad: ['64', 'x'] };

const texts: Readonly<Record<MatcherKind, Texts>> = {
  'in-interface': names,
  'out-interface': names,
  'in-bridge-port': names,
  'out-bridge-port': names,
  'in-interface-list': lists,
  'out-interface-list': lists,
  'in-bridge-port-list': lists,
  'out-bridge-port-list': lists,
  'src-address-list': lists,
  'dst-address-list': lists,
  'src-address': addresses,
  'dst-address': addresses,
  'src-address-type': types,
  'dst-address-type': types,
  'src-mac-address': { same: ['02:00:00:00:00:01', '!02:00:00:00:00:01'], bad: ['02:00:00', 'x'] },
  protocol: { same: ['tcp', '!47'], bad: ['TCP/IP', ''] },
  'src-port': ports,
  'dst-port': ports,
  port: ports,
  'connection-mark': marks,
  'packet-mark': marks,
  'routing-mark': marks,
  'connection-state': { same: ['established,related', '!new'], bad: ['', 'old'] },
  'connection-nat-state': { same: ['srcnat,dstnat', '!dstnat', 'ein-snat'], bad: ['nat'] },
  'connection-type': { same: ['ftp', '!sip'], bad: ['http'] },
  'connection-bytes': {
    same: ['1048576-0', '0-500000', '!10-20'],
    becomes: { '0-500k': '0-500000' },
    bad: ['1-2-3', '-5', 'much'],
  },
  'connection-rate': { same: ['0-100k', '!5M-10M'], becomes: { '0-100000': '0-100k' }, bad: ['fast', '1-'] },
  'connection-limit': {
    same: ['30,32', '!100,0'],
    becomes: { '30': '30,32' },
    bad: ['x,32', '1,129', '1,2,3'],
  },
  'per-connection-classifier': {
    same: ['both-addresses:2/0', '!src-port:3/5'],
    bad: ['both-addresses:0/0', 'addresses:2/0', 'both-addresses:2'],
  },
  nth: { same: ['2,1', '!3,3'], bad: ['2', '0,1'] },
  random: { same: ['50', '!30'], bad: ['0', '100'] },
  limit: {
    same: ['5,5:packet', '50/5s,5:packet', '!10000000,0:bit'],
    becomes: { '5/1s,5': '5,5:packet', '512k,64k:bit': '512000,64000:bit', '5': '5,5:packet' },
    bad: ['5/0s,5', 'x,5', '5,5:byte', '5,5,5'],
  },
  'dst-limit': {
    same: ['32,32,src-and-dst-addresses/10s', '!50/1m,50,dst-address', '5,0,addresses-and-dst-port/1m40s'],
    becomes: { '50/1s,50,dst-address/60s': '50,50,dst-address/1m' },
    bad: ['5,5', '5,5,dst', '5,5,dst-address/0s', '5,5,dst-address/1m/1m'],
  },
  time: {
    same: ['8h-17h,mon,tue,wed,thu,fri', '!22h-6h,sat', '0s-1d'],
    becomes: { '08:00:00-17:30:00,mon': '8h-17h30m,mon' },
    bad: ['8h', '8h-17h,monday', '0s-2d,mon'],
  },
  'tcp-flags': {
    same: ['syn,!ack', '!fin,!syn,!rst,!ack'],
    becomes: { '!ack,syn': 'syn,!ack' },
    bad: ['sy', ''],
  },
  'tcp-mss': { same: ['0-1400', '!0-1400', '1360'], bad: ['x'] },
  'icmp-options': { same: ['8:0', '!3:0-15', '8'], bad: ['echo', '8:x'] },
  dscp: { same: ['46', '!0'], bad: ['64'] },
  tos: { same: ['16', '!0x10/0xf0', 'max-reliability'], bad: ['', '16/'] },
  ttl: { same: ['equal:1', '!less-than:5'], becomes: { '64': 'equal:64' }, bad: ['about:5', 'equal:'] },
  'hop-limit': { same: ['equal:1', '!greater-than:64'], bad: ['about:5'] },
  headers: { same: ['frag', '!hop,dst:exact', 'frag:contains'], bad: ['tcp', 'frag:only', ''] },
  'packet-size': { same: ['0-123', '!1500'], bad: ['big'] },
  fragment: { same: ['yes', 'no'], becomes: { '!yes': 'no', '!no': 'yes' }, bad: ['maybe'] },
  'ipv4-options': { same: ['any', '!router-alert'], bad: ['some'] },
  priority: priorities,
  'ingress-priority': priorities,
  realm: { same: ['1', '!2'], bad: [''] },
  'routing-table': { same: ['main', '!to_ISP1'], bad: [''] },
  'ipsec-policy': { same: ['out,none', '!in,ipsec'], bad: ['none', 'out,all', 'out,none,in'] },
  hotspot: { same: ['from-client,!auth', '!auth'], bad: ['guest'] },
  content: { same: ['virus', '!a, b'], bad: [] },
  'layer7-protocol': { same: ['youtube', '!x'], bad: [''] },
  'tls-host': { same: ['*.example.com', '!*.example.com'], bad: [] },
  p2p: { same: ['all-p2p', '!warez'], bad: ['torrent'] },
  psd: { same: ['21,3s,3,1', '!21,1m,3,1'], bad: ['21,3s,3', 'x,3s,3,1'] },
};

const readMatcher = (kind: MatcherKind, text: string, family: Family) => matcherType(kind, family).read(text);

const rewritten = (kind: MatcherKind, text: string): string | undefined => {
  const matcher = readMatcher(kind, text, 'ipv4');
  return matcher && writeMatcher(matcher);
};

describe.each(matcherKinds)('%s', kind => {
  const { same, becomes = {}, bad } = texts[kind];

  it.each(same)('%s → written as it was read', text => {
    expect(rewritten(kind, text)).toBe(text);
  });

  it.each(Object.entries(becomes))('%s → written as %s, which says the same', (text, canonical) => {
    expect(rewritten(kind, text)).toBe(canonical);
    expect(readMatcher(kind, canonical, 'ipv4')).toEqual(readMatcher(kind, text, 'ipv4'));
  });

  it.each(bad)('"%s" → refused', text => {
    expect(readMatcher(kind, text, 'ipv4')).toBeUndefined();
  });
});

it.each(['fe80::/10', '!2001:db8::1/128'])(
  'src-address=%s → an address of IPv6 in its own menu alone',
  text => {
    const matcher = readMatcher('src-address', text, 'ipv6');
    expect(matcher && writeMatcher(matcher)).toBe(text);
    expect(readMatcher('src-address', text, 'ipv4')).toBeUndefined();
  },
);
