/** Netlink in TypeScript: interfaces, addresses, routes, rules, nf_tables maps and connection tracking. */
export { addAddress, deleteAddress, dumpAddresses } from './address.ts';
export { type ClassCount, classCounts } from './class-counts.ts';
export {
  clearMarks,
  createConnection,
  deleteConnections,
  dumpConnections,
  endsOf,
  type Flow,
  flowSlices,
  forgetFlows,
} from './conntrack.ts';
export { eventReader, type KernelEvent, openEventSocket } from './events.ts';
export { changeLink, createLink, deleteLink, dumpLinkNames, dumpLinks, type LinkChange } from './link.ts';
export type { LinkSpec } from './link-spec.ts';
export { type LinkNames, namesOf } from './names.ts';
export { deleteNeighbour, dumpNeighbours } from './neighbour.ts';
export {
  hasTable,
  readCounters,
  rulesetGeneration,
} from './nft.ts';
export { type ChainPlace, hasChain, setHooks } from './nft-hook.ts';
export { fillSets, isFilled, type OwnSet } from './nft-set.ts';
export { addRoute, defaultMetric, deleteRoute, dumpRoutes, replaceRoute, showRoute } from './route.ts';
export { addRule, deleteRule, dumpRules, moveRuleBehind, showRule } from './rule.ts';
export { openRulesetSocket, rulesetReader } from './ruleset-events.ts';
export { family, type NetlinkSocket, openNetlink } from './socket.ts';
export { setTokenBucket, type TokenBucket } from './tbf.ts';
