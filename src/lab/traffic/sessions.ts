import type { Socket } from 'node:net';
import { canonicalIpv4, type Ipv4 } from '../../net/index.ts';
import { monotonicMs, type Namespace, tcpConnect } from '../../sys/index.ts';
import { drop } from './drop.ts';
import { servicePort } from './ports.ts';

/** A TCP connection that stays: `echo` sends a byte now and then, `receive` only listens, as a download does. */
export interface SessionPlan {
  readonly ns: Namespace;
  readonly address: Ipv4;
  readonly kind: 'echo' | 'receive';
}

/** What became of it: still served, ended by a reset, end or error, or silent without a reset or an end. */
export type SessionState = 'alive' | 'broken' | 'hung';

interface SessionReport {
  readonly address: Ipv4;
  readonly kind: SessionPlan['kind'];
  readonly state: SessionState;
  /** The source address that the server saw; undefined where it never answered. */
  readonly seenAs: Ipv4 | undefined;
  /** Longest time without a byte, ms. */
  readonly longestGapMs: number;
  /** `ECONNRESET` and the like; empty where none. */
  readonly error: string;
}

/** Sessions under way. */
export interface Sessions {
  /** How many have been greeted and are not broken. */
  alive(): number;
  report(): readonly SessionReport[];
  /** Reports and closes all. */
  stop(): readonly SessionReport[];
}

const sayEveryMs = 500;
/** Silence that makes a session stalled: six periods of the echo. */
const hungAfterMs = 6 * sayEveryMs;

interface Session {
  readonly plan: SessionPlan;
  readonly socket: Socket;
  heardAtMs: number;
  longestGapMs: number;
  greeting: string;
  error: string;
}

/** Opens all sessions at once. */
export function startSessions(plans: readonly SessionPlan[]): Sessions {
  const sessions = plans.map(startSession);
  const report = () => sessions.map(reportOf);
  return {
    alive: () => sessions.filter(session => seenAs(session) !== undefined && session.error === '').length,
    report,
    stop() {
      const result = report();
      for (const { socket } of sessions) drop(socket);
      return result;
    },
  };
}

function startSession(plan: SessionPlan): Session {
  const port = plan.kind === 'echo' ? servicePort.echo : servicePort.trickle;
  const socket = tcpConnect({ ns: plan.ns, address: plan.address, port });
  const session: Session = {
    plan,
    socket,
    heardAtMs: monotonicMs(),
    longestGapMs: 0,
    greeting: '',
    error: '',
  };
  const say = setInterval(() => socket.write('.'), sayEveryMs);
  if (plan.kind === 'receive') clearInterval(say);
  socket.on('data', data => hear(session, data));
  socket.on('error', error => {
    session.error ||= (error as NodeJS.ErrnoException).code ?? error.message;
  });
  socket.on('end', () => {
    session.error ||= 'closed';
  });
  socket.on('close', () => clearInterval(say));
  return session;
}

function hear(session: Session, data: Buffer): void {
  if (!session.greeting.includes('\n')) session.greeting += data.toString('latin1');
  session.longestGapMs = Math.max(session.longestGapMs, monotonicMs() - session.heardAtMs);
  session.heardAtMs = monotonicMs();
}

function reportOf(session: Session): SessionReport {
  const silentMs = monotonicMs() - session.heardAtMs;
  return {
    address: session.plan.address,
    kind: session.plan.kind,
    state: session.error ? 'broken' : silentMs > hungAfterMs ? 'hung' : 'alive',
    seenAs: seenAs(session),
    longestGapMs: Math.round(Math.max(session.longestGapMs, silentMs)),
    error: session.error,
  };
}

function seenAs({ greeting }: Session): Ipv4 | undefined {
  return greeting.includes('\n') ? canonicalIpv4(greeting.slice(0, greeting.indexOf('\n'))) : undefined;
}
