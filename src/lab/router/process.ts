import type { ChildProcess } from 'node:child_process';
import type { GatewayEvent, GatewayMessage, GatewayReply, GatewayRequest } from '../../gateway/index.ts';
import { end, type Namespace, spawnIn } from '../../sys/index.ts';
import { hasErrors } from '../../text/index.ts';
import { GatewayEnded, GatewayFailed } from './errors.ts';

type RequestName = GatewayReply extends infer R ? (R extends { request: infer K } ? K : never) : never;
/** What comes back for a request. */
type ReplyTo<K extends RequestName> = Extract<GatewayReply, { readonly request: K }>['value'];
type Stated<K extends RequestName> = Omit<Extract<GatewayRequest, { readonly type: K }>, 'type' | 'id'>;

/** The machine under test: the real gateway as a process in the router's namespace. */
export interface RouterProcess {
  readonly ns: Namespace;
  /** Names of its ports: the WANs in the order of the topology, then the LAN. */
  readonly interfaces: readonly string[];
  readonly pid: number | undefined;
  /** Everything it said since it was started, oldest first. */
  readonly events: readonly GatewayEvent[];
  /** Hears every event from now on; returns the end of that. */
  on(listener: (event: GatewayEvent) => void): () => void;
  /**
   * Resolves with the first event, past or coming, that `test` accepts. Rejects with GatewayEnded where the gateway ends
   * before, with an Error naming `what` after `timeoutMs` (default 15 000).
   */
  until(what: string, test: (event: GatewayEvent) => boolean, timeoutMs?: number): Promise<GatewayEvent>;
  /** Asks the gateway. Rejects with GatewayFailed where it cannot answer. `stop` makes it undo everything and end. */
  request<K extends RequestName>(type: K, stated?: Stated<K>): Promise<ReplyTo<K>>;
  /** Kills it, undoing nothing: the namespace goes too. */
  kill(): Promise<void>;
}

/** How to start it: `argv` of a process that talks over Node's IPC channel as gateway/ipc.ts says. */
export interface RouterStart {
  readonly ns: Namespace;
  readonly interfaces: readonly string[];
  readonly argv: readonly string[];
}

interface Waiting {
  resolve(value: never): void;
  reject(reason: Error): void;
}

/** Starts the gateway. Does not wait for anything. */
export function startRouter({ ns, interfaces, argv }: RouterStart): RouterProcess {
  const child = spawnIn(ns, argv, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const events: GatewayEvent[] = [];
  const listeners = new Set<(event: GatewayEvent) => void>();
  const waiting = new Map<number, Waiting>();
  const ended = endOf(child, events);
  ended.then(reason => {
    for (const { reject } of waiting.values()) reject(reason);
  });
  child.on('message', (message: GatewayMessage) => {
    if (message.type === 'reply' || message.type === 'failed') return settle(waiting, message);
    events.push(message);
    for (const listener of [...listeners]) listener(message);
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
    request: (type, stated) => ask(child, waiting, ended, { ...stated, type }) as never,
    kill: () => end(child, 0),
  };
}

interface Heard {
  readonly events: readonly GatewayEvent[];
  on(listener: (event: GatewayEvent) => void): () => void;
  readonly ended: Promise<GatewayEnded>;
}

function until(
  heard: Heard,
  what: string,
  test: (event: GatewayEvent) => boolean,
  timeoutMs: number,
): Promise<GatewayEvent> {
  const past = heard.events.find(test);
  if (past) return Promise.resolve(past);
  return new Promise((resolve, reject) => {
    const late = () => reject(new Error(`the gateway did not reach this in ${timeoutMs} ms: ${what}`));
    const timer = setTimeout(late, timeoutMs);
    const off = heard.on(event => {
      if (!test(event)) return;
      off();
      clearTimeout(timer);
      resolve(event);
    });
    heard.ended.then(reason => {
      clearTimeout(timer);
      reject(reason);
    });
  });
}

let lastId = 0;

function ask(
  child: ChildProcess,
  waiting: Map<number, Waiting>,
  ended: Promise<GatewayEnded>,
  request: { readonly type: string },
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    if (!child.connected) return void ended.then(reject);
    const id = ++lastId;
    waiting.set(id, { resolve, reject });
    child.send({ ...request, id }, error => {
      if (error) void ended.then(reject);
    });
  });
}

function settle(waiting: Map<number, Waiting>, reply: GatewayReply): void {
  const asked = waiting.get(reply.id);
  waiting.delete(reply.id);
  if (reply.type === 'failed') asked?.reject(new GatewayFailed(reply.condition));
  else asked?.resolve(reply.value as never);
}

/** Resolves (never rejects) with the reason when the process is gone. */
function endOf(child: ChildProcess, events: readonly GatewayEvent[]): Promise<GatewayEnded> {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (part: Buffer) => {
      said = `${said}${part.toString('utf8')}`.slice(-4000);
    });
  }
  return new Promise(resolve => {
    child.once('error', error => resolve(new GatewayEnded(error.message, [])));
    child.once('close', (code, signal) => {
      const findings = events.flatMap(event => (event.type === 'diagnostics' ? event.diagnostics : []));
      const reason = said.trim() || (signal ? `killed by ${signal}` : `it ended with code ${code}`);
      resolve(new GatewayEnded(reason, hasErrors(findings) ? findings : []));
    });
  });
}
