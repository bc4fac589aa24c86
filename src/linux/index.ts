/** What we put into a Linux kernel, as plain values: the Program, the layout of marks, names that devices may have. */
export * from './clip.ts';
export * from './devices/device-name.ts';
export * from './devices/device-names.ts';
export * from './devices/on-devices.ts';
export * from './edition.ts';
export * from './hooks.ts';
export * from './marks.ts';
export * from './origin.ts';
export * from './plan.ts';
export * from './pppoe.ts';
export * from './program.ts';
export type { Rehearsal } from './rehearsal.ts';
