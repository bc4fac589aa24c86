import type { AuditLog, BackOff, Caller, Sessions, TokenBook, Users } from './access/index.ts';
import type { Daemon } from './daemon/index.ts';
import type { LabPort } from './lab-port.ts';
import type { KeptOutList } from './own-troubles.ts';
import type { StreamHub } from './stream/index.ts';
import type { Thinker } from './thread/index.ts';

/** What the server works with; tests put other ones in their places. */
export interface Parts {
  readonly daemon: Daemon;
  readonly lab: LabPort | undefined;
  readonly users: Users;
  readonly tokens: TokenBook;
  readonly sessions: Sessions;
  readonly backOff: BackOff;
  readonly audit: AuditLog;
  readonly thinker: Thinker;
  readonly stream: StreamHub;
  /** LANs whose clients do not get here. */
  readonly keptOut: KeptOutList;
  /** Unix time, ms. */
  readonly now: () => number;
  /** Names of this host that a browser may use, in lower case. */
  readonly hostNames: ReadonlySet<string>;
  /** That it listens on. */
  readonly port: number;
  /** Cookies are for TLS alone. */
  readonly secure: boolean;
  /** Where the built pages are; undefined: the API alone. */
  readonly pages: string | undefined;
}

/** One request, as handlers see it. */
export interface Asking<Q = unknown, P = unknown, B = unknown> {
  readonly parts: Parts;
  readonly query: Q;
  readonly params: P;
  readonly body: B;
  readonly who: Caller | undefined;
  /** Address of whoever asks. */
  readonly from: string;
  /** How long his connection is open, ms. */
  readonly connectedForMs: number;
  readonly header: (name: string) => string | undefined;
  /** Ends his connection at once. */
  readonly hangUp: () => void;
  /** The answer's headers are wanted alone. */
  readonly isHead: boolean;
  /** Asked as long as an answer goes on: false once the session has ended or the token was revoked. */
  readonly mayStill: () => boolean;
  /** For the audit log, beside method and path. */
  note(detail: string): void;
  /** Headers of the answer. */
  set(name: string, value: string): void;
}

/** As he is called in the gateway's journal. */
export const byOf = ({ who, from }: Pick<Asking, 'who' | 'from'>): string =>
  `${who?.via === 'token' ? 'token ' : ''}${who?.name ?? 'nobody'} from ${from}`.slice(0, 128);
