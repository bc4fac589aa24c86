import type { Rule } from '../rule.ts';
import { answersDropped } from './firewall/answers-dropped.ts';
import { chainUnused } from './firewall/chain-unused.ts';
import { fasttrackPastMarks } from './firewall/fasttrack-past-marks.ts';
import { forwardOpen } from './firewall/forward-open.ts';
import { icmpv6Dropped } from './firewall/icmpv6-dropped.ts';
import { inputOpen } from './firewall/input-open.ts';
import { invalidKept } from './firewall/invalid-kept.ts';
import { ipv6Open } from './firewall/ipv6-open.ts';
import { jumpNowhere } from './firewall/jump-nowhere.ts';
import { nobodyOut } from './firewall/nobody-out.ts';
import { openResolver } from './firewall/open-resolver.ts';
import { otherChain } from './firewall/other-chain.ts';
import { reversePathStrict } from './firewall/reverse-path-strict.ts';
import { shadowed } from './firewall/shadowed.ts';
import { smbIncomplete } from './firewall/smb-incomplete.ts';
import { smbInside } from './firewall/smb-inside.ts';
import { trackingOff } from './firewall/tracking-off.ts';
import { untrackedNat } from './firewall/untracked-nat.ts';
import { wanListIncomplete } from './firewall/wan-list-incomplete.ts';
import { addressOfNobody } from './interfaces/address-of-nobody.ts';
import { bridgeNotInVlan } from './interfaces/bridge-not-in-vlan.ts';
import { carrierMatched } from './interfaces/carrier-matched.ts';
import { dialInNotListed } from './interfaces/dial-in-not-listed.ts';
import { foreignSpace } from './interfaces/foreign-space.ts';
import { leftOff } from './interfaces/left-off.ts';
import { listEmpty } from './interfaces/list-empty.ts';
import { mssUnclamped } from './interfaces/mss-unclamped.ts';
import { networksOverlap } from './interfaces/networks-overlap.ts';
import { noMask } from './interfaces/no-mask.ts';
import { onBridgePort } from './interfaces/on-bridge-port.ts';
import { peerRefuses } from './interfaces/peer-refuses.ts';
import { peerUnrouted } from './interfaces/peer-unrouted.ts';
import { peersShareNetwork } from './interfaces/peers-share-network.ts';
import { sameNetwork } from './interfaces/same-network.ts';
import { tunnelIntoItself } from './interfaces/tunnel-into-itself.ts';
import { wanInBridge } from './interfaces/wan-in-bridge.ts';
import { answersNotPinned } from './marks/answers-not-pinned.ts';
import { crossed } from './marks/crossed.ts';
import { endsEarly } from './marks/ends-early.ts';
import { firstPacketOnly } from './marks/first-packet-only.ts';
import { inboundRemarked } from './marks/inbound-remarked.ts';
import { localTraffic } from './marks/local-traffic.ts';
import { neverSet } from './marks/never-set.ts';
import { nth } from './marks/nth.ts';
import { nthShare } from './marks/nth-share.ts';
import { outputByPort } from './marks/output-by-port.ts';
import { passesOn } from './marks/passes-on.ts';
import { setTooLate } from './marks/set-too-late.ts';
import { tableEmpty } from './marks/table-empty.ts';
import { unreached } from './marks/unreached.ts';
import { unscoped } from './marks/unscoped.ts';
import { wanNetworkMarked } from './marks/wan-network-marked.ts';
import { wrongChain } from './marks/wrong-chain.ts';
import { forwardAstray } from './nat/forward-astray.ts';
import { forwardBySource } from './nat/forward-by-source.ts';
import { forwardDropped } from './nat/forward-dropped.ts';
import { forwardExposed } from './nat/forward-exposed.ts';
import { forwardOneLine } from './nat/forward-one-line.ts';
import { forwardTooWide } from './nat/forward-too-wide.ts';
import { hairpinMissing } from './nat/hairpin-missing.ts';
import { ipsecTranslated } from './nat/ipsec-translated.ts';
import { neverReached } from './nat/never-reached.ts';
import { noSuchAddress } from './nat/no-such-address.ts';
import { portsMerged } from './nat/ports-merged.ts';
import { sourceFixed } from './nat/source-fixed.ts';
import { sourceOfOtherLine } from './nat/source-of-other-line.ts';
import { sourceSurvives } from './nat/source-survives.ts';
import { stuckConnections } from './nat/stuck-connections.ts';
import { tooWide } from './nat/too-wide.ts';
import { untranslated } from './nat/untranslated.ts';
import { marksRouting } from './pcc/marks-routing.ts';
import { midLife } from './pcc/mid-life.ts';
import { mixedDenominators } from './pcc/mixed-denominators.ts';
import { oneFlow } from './pcc/one-flow.ts';
import { remainderImpossible } from './pcc/remainder-impossible.ts';
import { remainderMissing } from './pcc/remainder-missing.ts';
import { remainderRepeated } from './pcc/remainder-repeated.ts';
import { remarksConnections } from './pcc/remarks-connections.ts';
import { weights } from './pcc/weights.ts';
import { checkByName } from './probes/check-by-name.ts';
import { detectionTime } from './probes/detection-time.ts';
import { dropped } from './probes/dropped.ts';
import { isDns } from './probes/is-dns.ts';
import { leaks } from './probes/leaks.ts';
import { nextHopOnly } from './probes/next-hop-only.ts';
import { recursiveUnchecked } from './probes/recursive-unchecked.ts';
import { shared } from './probes/shared.ts';
import { unchecked } from './probes/unchecked.ts';
import { watchUnpinned } from './probes/watch-unpinned.ts';
import { burstUseless } from './queues/burst-useless.ts';
import { directionsSwapped } from './queues/directions-swapped.ts';
import { guaranteeAboveLimit } from './queues/guarantee-above-limit.ts';
import { guaranteesExceed } from './queues/guarantees-exceed.ts';
import { markUnset } from './queues/mark-unset.ts';
import { queueShadowed } from './queues/queue-shadowed.ts';
import { targetNobody } from './queues/target-nobody.ts';
import { backupByMain } from './routes/backup-by-main.ts';
import { backupSameLine } from './routes/backup-same-line.ts';
import { discardsFirst } from './routes/discards-first.ts';
import { duplicate } from './routes/duplicate.ts';
import { dynamicCompetes } from './routes/dynamic-competes.ts';
import { equalDistance } from './routes/equal-distance.ts';
import { ethernetGateway } from './routes/ethernet-gateway.ts';
import { gatewayUnreachable } from './routes/gateway-unreachable.ts';
import { leaseGatewayFixed } from './routes/lease-gateway-fixed.ts';
import { loop } from './routes/loop.ts';
import { noBackup } from './routes/no-backup.ts';
import { noMainDefault } from './routes/no-main-default.ts';
import { ruleTakesLocal } from './routes/rule-takes-local.ts';
import { scope } from './routes/scope.ts';
import { findsNothing } from './scripts/finds-nothing.ts';
import { itemNumbers } from './scripts/item-numbers.ts';
import { netwatchOwnAddress } from './scripts/netwatch-own-address.ts';
import { netwatchPolicy } from './scripts/netwatch-policy.ts';
import { policyMissing } from './scripts/policy-missing.ts';
import { removesAll } from './scripts/removes-all.ts';
import { runsOnce } from './scripts/runs-once.ts';
import { schedulerPolicy } from './scripts/scheduler-policy.ts';
import { unknownScript } from './scripts/unknown-script.ts';
import { unreadable } from './scripts/unreadable.ts';
import { unsetVariable } from './scripts/unset-variable.ts';
import { watchesOnce } from './scripts/watches-once.ts';
import { bandwidthTestOpen } from './services/bandwidth-test-open.ts';
import { cleartext } from './services/cleartext.ts';
import { ddnsOneLine } from './services/ddns-one-line.ts';
import { dhcpGateway } from './services/dhcp-gateway.ts';
import { dhcpNoNetwork } from './services/dhcp-no-network.ts';
import { dnsNoServer } from './services/dns-no-server.ts';
import { dnsRefused } from './services/dns-refused.ts';
import { leaseOutside } from './services/lease-outside.ts';
import { leaseTwice } from './services/lease-twice.ts';
import { macAccessOutside } from './services/mac-access-outside.ts';
import { oldSyntax } from './services/old-syntax.ts';
import { openProxy } from './services/open-proxy.ts';
import { poolHoldsRouter } from './services/pool-holds-router.ts';
import { poolOutside } from './services/pool-outside.ts';
import { poolsOverlap } from './services/pools-overlap.ts';
import { romonEverywhere } from './services/romon-everywhere.ts';
import { severalResolvers } from './services/several-resolvers.ts';
import { snmpPublic } from './services/snmp-public.ts';
import { weakVpn } from './services/weak-vpn.ts';

/** All rules, by their ids. Written by tools/lint-rules.ts from the folders. */
export const rules: readonly Rule[] = [
  answersDropped,
  chainUnused,
  fasttrackPastMarks,
  forwardOpen,
  icmpv6Dropped,
  inputOpen,
  invalidKept,
  ipv6Open,
  jumpNowhere,
  nobodyOut,
  openResolver,
  otherChain,
  reversePathStrict,
  shadowed,
  smbIncomplete,
  smbInside,
  trackingOff,
  untrackedNat,
  wanListIncomplete,
  addressOfNobody,
  bridgeNotInVlan,
  carrierMatched,
  dialInNotListed,
  foreignSpace,
  leftOff,
  listEmpty,
  mssUnclamped,
  networksOverlap,
  noMask,
  onBridgePort,
  peerRefuses,
  peerUnrouted,
  peersShareNetwork,
  sameNetwork,
  tunnelIntoItself,
  wanInBridge,
  answersNotPinned,
  crossed,
  endsEarly,
  firstPacketOnly,
  inboundRemarked,
  localTraffic,
  neverSet,
  nth,
  nthShare,
  outputByPort,
  passesOn,
  setTooLate,
  tableEmpty,
  unreached,
  unscoped,
  wanNetworkMarked,
  wrongChain,
  forwardAstray,
  forwardBySource,
  forwardDropped,
  forwardExposed,
  forwardOneLine,
  forwardTooWide,
  hairpinMissing,
  ipsecTranslated,
  neverReached,
  noSuchAddress,
  portsMerged,
  sourceFixed,
  sourceOfOtherLine,
  sourceSurvives,
  stuckConnections,
  tooWide,
  untranslated,
  marksRouting,
  midLife,
  mixedDenominators,
  oneFlow,
  remainderImpossible,
  remainderMissing,
  remainderRepeated,
  remarksConnections,
  weights,
  checkByName,
  detectionTime,
  dropped,
  isDns,
  leaks,
  nextHopOnly,
  recursiveUnchecked,
  shared,
  unchecked,
  watchUnpinned,
  burstUseless,
  directionsSwapped,
  guaranteeAboveLimit,
  guaranteesExceed,
  markUnset,
  queueShadowed,
  targetNobody,
  backupByMain,
  backupSameLine,
  discardsFirst,
  duplicate,
  dynamicCompetes,
  equalDistance,
  ethernetGateway,
  gatewayUnreachable,
  leaseGatewayFixed,
  loop,
  noBackup,
  noMainDefault,
  ruleTakesLocal,
  scope,
  findsNothing,
  itemNumbers,
  netwatchOwnAddress,
  netwatchPolicy,
  policyMissing,
  removesAll,
  runsOnce,
  schedulerPolicy,
  unknownScript,
  unreadable,
  unsetVariable,
  watchesOnce,
  bandwidthTestOpen,
  cleartext,
  ddnsOneLine,
  dhcpGateway,
  dhcpNoNetwork,
  dnsNoServer,
  dnsRefused,
  leaseOutside,
  leaseTwice,
  macAccessOutside,
  oldSyntax,
  openProxy,
  poolHoldsRouter,
  poolOutside,
  poolsOverlap,
  romonEverywhere,
  severalResolvers,
  snmpPublic,
  weakVpn,
];
