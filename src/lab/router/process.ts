import type { ChildProcess } from 'node:child_process';
import type { Duplex } from 'node:stream';
import {
  type ControlClient,
  ControlFailed,
  type ControlRequestType,
  type ControlValues,
  controlClient,
  type GatewayEvent,
  type Stated,
} from '../../gateway/index.ts';
import { end, type Namespace, spawnIn } from '../../sys/index.ts';
import { hasErrors } from '../../text/index.ts';
import { GatewayEnded } from './errors.ts';

/** The machine under test: the real gateway as a process in the router's namespace. */
export interface RouterProcess {
  readonly ns: Namespace;
  /** Names of its ports: the WANs in the order of the topology, then the LAN. */
  readonly interfaces: readonly string[];
  readonly pid: number | undefined;
  /** Every event since it was started, oldest first. */
  readonly events: readonly GatewayEvent[];
  /** Called for every event from now on; returns the end of that. */
  on(listener: (event: GatewayEvent) => void): () => void;
  /**
   * Resolves with the first event, past or coming, that `test` accepts. Rejects with GatewayEnded where the gateway ends
   * before, with an Error naming `what` after `timeoutMs` (default 15 000).
   */
  until(what: string, test: (event: GatewayEvent) => boolean, timeoutMs?: number): Promise<GatewayEvent>;
  /** Sends a request. Rejects with ControlFailed where it cannot answer, with GatewayEnded where it has ended. `stop` makes it undo everything and end. */
  request<K extends ControlRequestType>(type: K, stated?: Stated<K>): Promise<ControlValues[K]>;
  /** Kills it, undoing nothing: the namespace goes too. */
  kill(): Promise<void>;
}

/** How to start it: `argv` of a process that serves the gateway's control protocol on its file descriptor 3. */
export interface RouterStart {
  readonly ns: Namespace;
  readonly interfaces: readonly string[];
  readonly argv: readonly string[];
}

/** The file descriptor of its control connection. */
export const controlFd = 3;

/** Starts the gateway. Does not wait for anything. */
export function startRouter({ ns, interfaces, argv }: RouterStart): RouterProcess {
  const child = spawnIn(ns, argv, { stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
  const client = controlClient(child.stdio[controlFd] as Duplex);
  const events: GatewayEvent[] = [];
  const listeners = new Set<(event: GatewayEvent) => void>();
  const ended = endOf(child, events);
  client.on(event => {
    events.push(event);
    for (const listener of [...listeners]) listener(event);
  });
  const on = (listener: (event: GatewayEvent) => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    ns,
    interfaces,
    pid: child.pid,
    events,
    on,
    until: (what, test, timeoutMs = 15_000) => until({ events, on, ended }, what, test, timeoutMs),
    request: (type, stated) => ask(client, ended, type, stated),
    kill: () => end(child, 0),
  };
}

interface Incoming {
  readonly events: readonly GatewayEvent[];
  on(listener: (event: GatewayEvent) => void): () => void;
  readonly ended: Promise<GatewayEnded>;
}

function until(
  incoming: Incoming,
  what: string,
  test: (event: GatewayEvent) => boolean,
  timeoutMs: number,
): Promise<GatewayEvent> {
  const past = incoming.events.find(test);
  if (past) return Promise.resolve(past);
  return new Promise((resolve, reject) => {
    const late = () => reject(new Error(`waited ${timeoutMs / 1000} s in vain for ${what}`));
    const timer = setTimeout(late, timeoutMs);
    const off = incoming.on(event => {
      if (!test(event)) return;
      off();
      clearTimeout(timer);
      resolve(event);
    });
    incoming.ended.then(reason => {
      clearTimeout(timer);
      reject(reason);
    });
  });
}

/** A gateway that hangs up instead of answering has ended: why, is known a moment later. */
async function ask<K extends ControlRequestType>(
  client: ControlClient,
  ended: Promise<GatewayEnded>,
  type: K,
  stated?: Stated<K>,
): Promise<ControlValues[K]> {
  try {
    return await client.request(type, stated);
  } catch (error) {
    if (error instanceof ControlFailed) throw error;
    throw await ended;
  }
}

/** Resolves (never rejects) with the reason when the process is gone. */
function endOf(child: ChildProcess, events: readonly GatewayEvent[]): Promise<GatewayEnded> {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (part: Buffer) => {
      output = `${output}${part.toString('utf8')}`.slice(-4000);
    });
  }
  return new Promise(resolve => {
    child.once('error', error => resolve(new GatewayEnded(error.message, [])));
    child.once('close', (code, signal) => {
      const findings = events.flatMap(event => (event.type === 'diagnostics' ? event.diagnostics : []));
      const reason = output.trim() || (signal ? `killed by ${signal}` : `it ended with code ${code}`);
      resolve(new GatewayEnded(reason, hasErrors(findings) ? findings : []));
    });
  });
}
