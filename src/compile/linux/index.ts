/** Router → the desired state of a Linux host as plain data, and that as readable text. */
export * from './compile.ts';
export type { LinuxFeatures, LinuxOptions } from './context.ts';
export { queueDevice } from './interfaces.ts';
export * from './marks.ts';
export * from './plan.ts';
export * from './program.ts';
