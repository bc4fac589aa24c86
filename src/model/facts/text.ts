import { type Duration, printDuration } from '../../net/index.ts';
import { either, type Fact } from './fact.ts';

const routeTableProperty: Fact<'routing-mark' | 'routing-table'> = {
  title: '/ip route names its table by',
  source: 'docs/routeros.md#v6-and-v7-syntax',
  confidence: 'sure',
  v6: 'routing-mark',
  v7: 'routing-table',
  say: value => value,
};

const routeTypeProperty: Fact<'type' | 'blackhole'> = {
  title: 'A route that discards is written with',
  source: 'docs/routeros.md#v6-and-v7-syntax',
  confidence: 'sure',
  v6: 'type',
  v7: 'blackhole',
  say: value => ({ type: 'type=blackhole, unreachable, prohibit', blackhole: 'the switch blackhole' })[value],
};

const impliedTables: Fact<boolean> = {
  title: 'Routing tables',
  source: 'docs/routeros.md#v6-and-v7-syntax',
  confidence: 'sure',
  v6: true,
  v7: false,
  say: either('come to be by being named', 'are stated in /routing table'),
};

const dhcpDisabled: Fact<boolean> = {
  title: 'A DHCP client or server without disabled=',
  source: 'docs/routeros.md#dhcp-client',
  confidence: 'second-hand',
  v6: true,
  v7: false,
  say: either('is disabled', 'is enabled'),
};

const leaseTime: Fact<Duration> = {
  title: 'A DHCP server without lease-time= gives leases for',
  source: 'docs/routeros.md#lease-time',
  confidence: 'second-hand',
  v6: 600_000,
  v7: 1_800_000,
  say: printDuration,
};

const netwatchInterval: Fact<Duration> = {
  title: 'Netwatch without interval= asks every',
  source: 'docs/routeros.md#netwatch',
  confidence: 'second-hand',
  v6: 60_000,
  v7: 10_000,
  say: printDuration,
};

const netwatchTimeout: Fact<Duration> = {
  title: 'Netwatch without timeout= waits',
  source: 'docs/routeros.md#netwatch',
  confidence: 'second-hand',
  v6: 1000,
  v7: 3000,
  say: printDuration,
};

const pingTable: Fact<'routing-table' | 'vrf'> = {
  title: 'ping is told where to look its target up by',
  source: 'docs/routeros.md#v6-and-v7-syntax',
  confidence: 'second-hand',
  v6: 'routing-table',
  v7: 'vrf',
  say: value => `${value}=`,
};

const mailServerProperty: Fact<'address' | 'server'> = {
  title: '/tool e-mail names its server by',
  source: 'docs/routeros.md#console-listings',
  confidence: 'sure',
  v6: 'address',
  v7: 'server',
  v7Before: [{ minor: 12, value: 'address' }],
  say: value => `${value}=`,
};

/** How a configuration is written, and what a text means that leaves something out. */
export const textFacts = {
  routeTableProperty,
  routeTypeProperty,
  impliedTables,
  dhcpDisabled,
  leaseTime,
  netwatchInterval,
  netwatchTimeout,
  pingTable,
  mailServerProperty,
} as const;
