import { either, type Fact } from './fact.ts';

/** Who answers where a packet goes; the first that knows a way wins. */
export type PolicyRule = 'vrf-lookup' | 'vrf-unreach' | 'local' | 'mangle' | 'user' | 'main';

/** Where a packet that the router makes itself is routed once more. */
type Reroute =
  /** Once, behind the chains of output, if its mark or its destination changed. */
  | 'behind-output'
  /** Right behind mangle and right behind dst-nat. */
  | 'at-each-change';

const policyRules: Fact<readonly PolicyRule[]> = {
  title: 'A routing decision asks, in this order,',
  source: 'docs/routeros.md#policy-rule-order',
  confidence: 'sure',
  v6: ['local', 'mangle', 'vrf-lookup', 'vrf-unreach', 'user', 'main'],
  v7: ['mangle', 'vrf-lookup', 'vrf-unreach', 'local', 'user', 'main'],
  linux: ['local', 'mangle', 'vrf-lookup', 'vrf-unreach', 'user', 'main'],
  say: order => order.map(rule => policyNames[rule]).join(', '),
};

const policyNames: Readonly<Record<PolicyRule, string>> = {
  'vrf-lookup': 'the table of its VRF',
  'vrf-unreach': 'nobody else for packets of a VRF',
  local: "the router's own addresses",
  mangle: 'the table of the routing mark',
  user: 'routing rules',
  main: 'main',
};

const mainIsMark: Fact<boolean> = {
  title: 'new-routing-mark=main',
  source: 'docs/routeros.md#table-look-up',
  confidence: 'inferred',
  v6: false,
  v7: true,
  linux: false,
  say: either('sends a packet to main, past the routing rules', 'takes the mark away'),
};

const policyRulesSetting: Fact<boolean> = {
  title: 'That order',
  source: 'docs/routeros.md#policy-rule-order',
  confidence: 'sure',
  v6: false,
  v7: true,
  v7Before: [{ minor: 22, value: false }],
  linux: false,
  say: either('is a setting: /routing settings policy-rules', 'is fixed'),
};

const reroute: Fact<Reroute> = {
  title: 'A packet of the router itself that mangle or dst-nat changed is routed again',
  source: 'docs/routeros.md#packet-flow; Linux: net/netfilter/nft_chain_route.c, nf_nat_proto.c',
  confidence: 'sure',
  v6: 'behind-output',
  v7: 'behind-output',
  linux: 'at-each-change',
  say: value =>
    ({
      'behind-output': 'behind all chains of output',
      'at-each-change': 'behind mangle, and behind dst-nat',
    })[value],
};

const dropsMovedMasquerade: Fact<boolean> = {
  title: 'A masqueraded connection whose route now leads to another interface',
  source: 'docs/routeros.md#masquerade-and-route-changes; Linux 5.6 nf_nat_oif_changed, measured on 6.18',
  confidence: 'inferred',
  v6: false,
  v7: true,
  linux: true,
  say: either(
    'loses one packet and is forgotten; the next packet begins a new one',
    'keeps its old source address until it times out',
  ),
};

const purgesMasquerade: Fact<boolean> = {
  title: 'When an interface loses its link, its masqueraded connections',
  source:
    'docs/routeros.md#masquerade-and-route-changes; Linux: nf_nat_masquerade.c acts on NETDEV_DOWN, not on lost carrier',
  confidence: 'sure',
  v6: true,
  v7: true,
  linux: false,
  say: either('are forgotten', 'stay'),
};

const fastTrack: Fact<boolean> = {
  title: 'fasttrack-connection',
  source: 'docs/routeros.md#fasttrack',
  confidence: 'sure',
  v6: true,
  v7: true,
  linux: false,
  say: either(
    'lets the rest of a connection pass by marks, filter and queues, through main',
    'does nothing: every packet takes the full path',
  ),
};

const networkAddressIsBroadcast: Fact<boolean> = {
  title: 'The first address of a network',
  source: 'Linux 5.14 net/ipv4/fib_frontend.c fib_add_ifaddr; RouterOS 6 has 3.3.5, RouterOS 7 has 5.6.3',
  confidence: 'inferred',
  v6: true,
  v7: true,
  linux: false,
  say: either('is a broadcast address, as the last one', 'is an address like others'),
};

const pccBucket: Fact<'remainder' | 'scaled'> = {
  title: 'A PCC bucket is',
  source: 'docs/routeros.md#pcc-hash; Linux: nft_jhash uses reciprocal_scale',
  confidence: 'sure',
  v6: 'remainder',
  v7: 'remainder',
  linux: 'scaled',
  say: value => ({ remainder: 'hash mod N', scaled: 'hash · N / 2³²' })[value],
};

const pccKey: Fact<'packed' | 'padded'> = {
  title: 'The key that PCC hashes has',
  source: 'docs/routeros.md#pcc-on-linux',
  confidence: 'sure',
  v6: 'packed',
  v7: 'packed',
  linux: 'padded',
  say: value =>
    ({ packed: 'its fields back to back', padded: 'a single port behind an address padded to four bytes' })[
      value
    ],
};

const pccSeed: Fact<'drawn-at-boot' | 'kept'> = {
  title: 'The seed of the PCC hash',
  source: 'docs/routeros.md#pcc-hash',
  confidence: 'sure',
  v6: 'drawn-at-boot',
  v7: 'drawn-at-boot',
  linux: 'kept',
  say: value =>
    ({ 'drawn-at-boot': 'is drawn at each boot', kept: 'is written down and kept over restarts' })[value],
};

const countsLast: Fact<boolean> = {
  title: 'nth and limit of one rule count',
  source: 'docs/routeros.md#matcher-order',
  confidence: 'sure',
  v6: false,
  v7: false,
  linux: true,
  say: either('what passed all other matchers', 'in the fixed order: nth before PCC, limit behind it'),
};

const ipsecPolicies: Fact<boolean> = {
  title: 'IPsec',
  source: 'docs/routeros.md#ipsec-policy',
  confidence: 'sure',
  v6: true,
  v7: true,
  linux: false,
  say: either('takes packets by the policies of the text', 'takes no packet: policies are not carried out'),
};

const hotspotServers: Fact<boolean> = {
  title: 'Hotspot',
  source: 'docs/routeros.md#hotspot',
  confidence: 'sure',
  v6: true,
  v7: true,
  linux: false,
  say: either('holds clients back until they log in', 'is not carried out'),
};

const halfScripts: Fact<boolean> = {
  title: 'A script with a statement that is not certain',
  source: 'docs/routeros.md#script-statements',
  confidence: 'sure',
  v6: true,
  v7: true,
  linux: false,
  say: either('does what it does: only that statement is open', 'is not carried out at all, and said'),
};

const netwatchTypes: Fact<readonly string[]> = {
  title: 'Netwatch probes by',
  source: 'docs/routeros.md#netwatch',
  confidence: 'sure',
  v6: ['simple'],
  v7: ['simple', 'icmp', 'tcp-conn', 'http-get', 'https-get', 'dns'],
  linux: ['simple', 'icmp', 'tcp-conn'],
  say: types => types.join(', '),
};

/** What happens to packets. */
export const packetFacts = {
  policyRules,
  policyRulesSetting,
  mainIsMark,
  reroute,
  dropsMovedMasquerade,
  purgesMasquerade,
  fastTrack,
  networkAddressIsBroadcast,
  pccBucket,
  pccKey,
  pccSeed,
  countsLast,
  ipsecPolicies,
  hotspotServers,
  halfScripts,
  netwatchTypes,
} as const;
