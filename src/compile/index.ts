/** Router → the desired state of a Linux host as plain data, and what Linux cannot express. */
export * from './behaviour.ts';
export * from './compile.ts';
export type { LinuxFeatures, LinuxOptions } from './context.ts';
export { queueDevice } from './interfaces.ts';
export type { Guard, LeftOut, RuleChanges } from './rule-changes.ts';
