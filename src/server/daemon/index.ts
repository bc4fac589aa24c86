/** The gateway behind its control socket: asked, listened to, and waited for when it is away. */
export type { Daemon, DaemonTrouble, Recorded } from './port.ts';
export { SocketDaemon } from './socket-daemon.ts';
