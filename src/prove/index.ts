/** What must hold for every packet, in every state of the uplinks; a counter-example where it does not. */
export { enabledRules } from './classes/bounds.ts';
export { spreadOver } from './classes/class-groups.ts';
export {
  type Direction,
  type PacketClass,
  packetsAimedAt,
  packetsToOtherOwn,
  somePacketClasses,
} from './classes/classes.ts';
export { directionText } from './classes/direction-text.ts';
export { someRemotePackets } from './classes/remote-packets.ts';
export { arrivalsOf, markersOf, markOf } from './defects/connection-marks.ts';
export type { Defect } from './defects/defect.ts';
export { closingRules } from './invariants/transit.ts';
export * from './prove.ts';
export type { ProveOptions } from './prove-options.ts';
export {
  lineMarkedFor,
  linesFor,
  type Mended,
  type Remedy,
  remediesOf,
  wellKnownHosts,
  worsenedBy,
} from './remedy/index.ts';
export { concernsText, defectText, notAskedText, violationText, weightText } from './say.ts';
export { type Conversation, converseAll } from './search/conversation.ts';
export type { Violation } from './search/search.ts';
export { servedBy } from './served/servers.ts';
export {
  areAddressesSaid,
  isDefaultLike,
  isDefaultUnsaid,
  isLeftToTheRest,
  uplinksOf,
} from './states/uplinks.ts';
export { notJudgedText } from './unjudged/not-judged.ts';
export type { VerdictKind } from './unjudged/verdict.ts';
