/** Router → the desired state of a Linux host as plain data, and what Linux cannot express. */
export * from './behaviour.ts';
export * from './compile.ts';
export type { HostFile } from './host/host-file.ts';
export { hostFileMark, hostFiles } from './host/host-files.ts';
export { queueDevice } from './interfaces.ts';
export { rehearsalFindings } from './nft/refused.ts';
export type { ShortCut } from './nft/short-cut.ts';
export { classId, type QueueClass, queueClasses } from './queue/classes.ts';
export type { RuleChanges } from './rule-changes.ts';
export { isPppoeLine } from './services/index.ts';
export {
  inState,
  rulesByBucket,
  type SharedRules,
  type Sharing,
  type SharingInForce,
} from './shares/index.ts';
