/** The only doors to the machine: programs, system calls, namespaces, sockets, settings and the clock. */
export * from './child.ts';
export * from './clock.ts';
export * from './entry-point.ts';
export * from './environment-error.ts';
export * from './errno.ts';
export * from './libc.ts';
export * from './mount.ts';
export * from './named-namespace.ts';
export * from './namespace.ts';
export * from './poll.ts';
export * from './raw-socket.ts';
export * from './reap.ts';
export * from './recorder.ts';
export * from './run.ts';
export * from './sockets.ts';
export * from './sysctl.ts';
export * from './tool.ts';
