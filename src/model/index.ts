/** The Router: one multi-WAN gateway as frozen plain data, every item with the place it came from. */
export * from './actions.ts';
export { bridgeVlanMenu, type WithheldVlan, withheldVlans } from './bridge-vlans.ts';
export { dialledLines } from './dial-up.ts';
export * from './equal.ts';
export * from './fast-track.ts';
export * from './firewall-table.ts';
export {
  interfacesInFilter,
  interfacesMeant,
  isInterfaceGroup,
  vrfInterfaceNames,
} from './interface-group.ts';
export * from './interface-members.ts';
export * from './ip-services.ts';
export * from './items/address.ts';
export * from './items/address-list.ts';
export * from './items/dhcp.ts';
export * from './items/dns.ts';
export { hashStart, hashText, Identities } from './items/identity.ts';
export * from './items/interface.ts';
export * from './items/item.ts';
export * from './items/kept.ts';
export * from './items/netwatch.ts';
export * from './items/origin.ts';
export * from './items/plain.ts';
export * from './items/queue.ts';
export * from './items/route.ts';
export * from './items/rule.ts';
export * from './items/settings.ts';
export * from './items/vrf.ts';
export { wordsOf } from './kept-words.ts';
export * from './marks.ts';
export * from './matcher.ts';
export * from './matcher-values.ts';
export * from './matchers.ts';
export { pppProfile } from './ppp-profile.ts';
export * from './queue-order.ts';
export { builtInNames, isBuiltIn } from './references/built-in.ts';
export type { Mention, Referred } from './references/mention.ts';
export { type Named, type References, referencesOf } from './references/references.ts';
export type { Role, RoleEvidence, StatedRoles } from './roles/evidence.ts';
export { dialInAddresses, dialInRanges, poolNetworks } from './roles/lan.ts';
export { type DoubtfulRole, doubtfulRoles, rolesOf } from './roles/roles.ts';
export { withRoles } from './roles/stated.ts';
export * from './router.ts';
export * from './schedule.ts';
export * from './semantics.ts';
export { type StatedItem, statedItems } from './stated-items.ts';
export { tablesInUse } from './tables-in-use.ts';
export * from './version.ts';
export * from './week.ts';
