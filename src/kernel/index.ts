/** One Linux kernel's network: read it, apply a Program to it, watch its changes, undo exactly what is ours. */
export * from './apply/apply.ts';
export { ownsAddress } from './apply/diff.ts';
export type { KernelProgram } from './apply/kernel-program.ts';
export { ownMtu } from './apply/mtu.ts';
export { closeAtOnce, hasSeen } from './apply/nft.ts';
export * from './apply/read.ts';
export * from './apply/rehearse.ts';
export { noteClosed } from './apply/sysctls.ts';
export * from './apply/undo.ts';
export * from './command-port.ts';
export * from './counters.ts';
export * from './flows/move-flows.ts';
export { foreignDrops } from './foreign-drops.ts';

export * from './host.ts';
export { type PortManager, portManagers } from './managers/index.ts';
export * from './netlink/index.ts';
export * from './netlink-port.ts';
export * from './open-port.ts';
export * from './port.ts';
export * from './tracked/index.ts';
export * from './types.ts';
export { forgetUnresolved } from './unresolved.ts';
export { openGuard } from './watch/guard.ts';
export { type KernelEvents, type KernelWatch, watchKernel } from './watch/watch.ts';
