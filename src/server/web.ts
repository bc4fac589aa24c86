import { randomBytes } from 'node:crypto';
import { environmentTrouble, unlessRefused } from '../sys/index.ts';
import type { Language } from '../text/index.ts';
import { AuditLog, BackOff, hashPassword, Sessions, TokenBook, usersIn } from './access/index.ts';
import { webApp } from './app.ts';
import type { Parts } from './context.ts';
import type { Daemon, Recorded } from './daemon/index.ts';
import { nowView, statusView, wanView } from './handlers/index.ts';
import type { LabPort } from './lab-port.ts';
import { firewallLook } from './let-in.ts';
import { type Held, Listener, type ListenTrouble, Sources } from './listen/index.ts';
import { type LanAddress, lanAddresses } from './network.ts';
import { ownConditions } from './own-troubles.ts';
import { ApiProblem } from './problem.ts';
import { type Message, StreamHub } from './stream/index.ts';
import { type Thinker, ThinkingThreads } from './thread/index.ts';
import { hostNames, madeCertificate, ownCertificate, type TlsFiles } from './tls/certificate.ts';
import { webServer } from './web-server.ts';

export interface WebOptions {
  readonly daemon: Daemon;
  readonly lab?: LabPort | undefined;
  /** Users, tokens, audit log, certificate. */
  readonly folder: string;
  readonly port: number;
  /** Also on the addresses of the LANs; default: loopback alone. */
  readonly onLan: boolean;
  /** Networks from which one may come beside those of the LANs. */
  readonly alsoFrom: readonly Held[];
  /** Further names of this host. */
  readonly names: readonly string[];
  /** `made`: by this machine itself. */
  readonly tls: 'none' | 'made' | { readonly key: string; readonly cert: string };
  readonly pages: string | undefined;
  /** What it says while it runs. */
  readonly say: (saying: WebSaying) => void;
  readonly now?: () => number;
  readonly thinker?: Thinker;
}

/** What it says while it runs. */
export type WebSaying =
  | { readonly kind: 'listens'; readonly urls: readonly string[]; readonly fingerprint?: string | undefined }
  | ({ readonly kind: 'cannot-listen' } & ListenTrouble)
  | { readonly kind: 'password'; readonly password: string }
  | { readonly kind: 'no-password' }
  /** The LAN's firewall keeps its clients from the port. */
  | { readonly kind: 'refused'; readonly what: string }
  /** What this machine refuses. */
  | { readonly kind: 'trouble'; readonly what: string; readonly do: string }
  | { readonly kind: 'defect'; readonly error: Error };

export interface Web {
  readonly urls: readonly string[];
  close(): Promise<void>;
}

/** How often the addresses of LANs are looked at. */
const lookEveryMs = 5000;
/** How long a gateway is waited for that does not answer yet. */
const waitMs = 5000;

export async function startWeb(options: WebOptions): Promise<Web> {
  const { daemon, port, say, now = Date.now } = options;
  const sources = new Sources();
  const secure = options.tls !== 'none';
  const parts = partsOf(options, secure, now);
  await checkPassword(parts, options);
  const app = webApp(parts, error => say(sayingOf(error)));
  let certificate: Certificate | undefined;
  const listener = new Listener(() => webServer(app, certificate), port, sources);
  let lans: readonly LanAddress[] = [];
  let standing: ReadonlySet<string> = new Set();
  const lookOnce = async (): Promise<void> => {
    if (options.onLan && !daemon.trouble) lans = await lanAddresses(daemon).catch(() => lans);
    const addresses = ['127.0.0.1', '::1', ...lans.map(({ address }) => address)];
    sources.allow([...lans, ...options.alsoFrom]);
    listener.endStrangers();
    const troubles: WebSaying[] = [];
    const next = certificateNow(options, addresses, certificate, trouble => troubles.push(trouble));
    if (next && certificate && next.cert !== certificate.cert) listener.renew(next);
    certificate = next;
    const before = new Set(listener.addresses);
    for (const one of await listener.set(addresses))
      if (one.address !== '::1') troubles.push({ kind: 'cannot-listen', ...one });
    for (const one of troubles) if (!standing.has(JSON.stringify(one))) say(one);
    standing = new Set(troubles.map(one => JSON.stringify(one)));
    if (listener.addresses.some(one => !before.has(one)))
      say({ kind: 'listens', urls: urlsOf(listener, secure), fingerprint: certificate?.fingerprint });
    catchUp(parts);
    await lookAtFirewall(lans, listener.port).catch(onlyDefects);
  };
  const lookAtFirewall = firewallLook(parts, ({ interface: name, answer }) =>
    say({ kind: 'refused', what: `Clients of ${name} do not get here: ${answer}` }),
  );
  let turn: Promise<void> = Promise.resolve();
  const look = (): Promise<void> => {
    turn = turn.catch(() => {}).then(lookOnce);
    return turn;
  };
  const defect = (error: Error): void => say(sayingOf(error));
  // A certificate is made once where the addresses are known from the start.
  if (options.onLan) await there(daemon);
  await look();
  const unfollow = options.lab?.follow(lab =>
    parts.stream.tellLab({ at: new Date(now()).toISOString(), ...nowView(lab) }),
  );
  const lookNow = (): void => void look().catch(defect);
  // Another configuration may have made a WAN of what was a LAN.
  const event = (recorded: Recorded): void => {
    if (recorded.event.type === 'config') lookNow();
  };
  const unlisten = daemon.listen({ ...deaf, event, online: lookNow });
  const timer = setInterval(lookNow, lookEveryMs);
  return {
    get urls() {
      return urlsOf(listener, secure);
    },
    async close() {
      clearInterval(timer);
      unlisten();
      unfollow?.();
      parts.stream.close();
      await listener.close();
      daemon.close();
      await parts.thinker.close();
    },
  };
}

/** Changes that could not be written down are, once the disk takes them; that it does not was said when they were made. */
function catchUp({ audit, stream }: Parts): void {
  if (audit.unwritten.length === 0) return;
  unlessRefused(() => audit.open());
  if (audit.unwritten.length === 0) stream.tellStatus();
}

type Certificate = TlsFiles & { readonly fingerprint?: string | undefined };

/** As its files have it now. One that is renewed and cannot be used is said, and the one before serves on. */
function certificateNow(
  { tls, folder, now = Date.now }: WebOptions,
  addresses: readonly string[],
  before: Certificate | undefined,
  trouble: (saying: WebSaying) => void,
): Certificate | undefined {
  if (tls === 'none') return undefined;
  try {
    return tls === 'made' ? madeCertificate(folder, addresses, now()) : ownCertificate(tls.key, tls.cert);
  } catch (error) {
    const said = environmentTrouble(error);
    if (!said || !before) throw error;
    trouble({ kind: 'trouble', ...said });
    return before;
  }
}

function sayingOf(error: Error): WebSaying {
  const trouble = environmentTrouble(error);
  return trouble ? { kind: 'trouble', ...trouble } : { kind: 'defect', error };
}

const deaf = { event() {}, rates() {}, gap() {}, offline() {} };

/** Resolves when the gateway answers, or after a while in any case. */
function there(daemon: Daemon): Promise<void> {
  if (!daemon.trouble) return Promise.resolve();
  return new Promise(resolve => {
    const end = (): void => {
      clearTimeout(timer);
      unlisten();
      resolve();
    };
    const timer = setTimeout(end, waitMs);
    const unlisten = daemon.listen({ ...deaf, online: end });
  });
}

/** A gateway that is away, or has no answer now, is asked again with the next look. */
function onlyDefects(error: unknown): void {
  if (!(error instanceof ApiProblem)) throw error;
}

const urlsOf = (listener: Listener, secure: boolean): readonly string[] =>
  listener.addresses.map(
    address =>
      `${secure ? 'https' : 'http'}://${address.includes(':') ? `[${address}]` : address}:${listener.port}/`,
  );

function partsOf(
  { daemon, lab, folder, names, pages, port, thinker }: WebOptions,
  secure: boolean,
  now: () => number,
): Parts {
  const keptOut: Parts['keptOut'] = { lans: [] };
  const audit = new AuditLog(folder, now);
  return {
    ...{ daemon, lab, now, port, secure, pages, keptOut },
    users: usersIn(folder),
    tokens: new TokenBook(folder, now),
    sessions: new Sessions(now),
    backOff: new BackOff(now),
    audit,
    thinker: thinker ?? new ThinkingThreads(),
    stream: new StreamHub(daemon, language => stateMessage({ daemon, keptOut, audit, now }, language), now),
    hostNames: new Set([...hostNames(), ...names.map(name => name.toLowerCase())]),
  };
}

/** How it all is, for those who begin to listen. */
async function stateMessage(
  { daemon, keptOut, audit, now }: Pick<Parts, 'daemon' | 'keptOut' | 'audit' | 'now'>,
  lang: Language,
): Promise<Message> {
  const [status, { differences }] = await Promise.all([daemon.ask('status'), daemon.ask('routes')]);
  const at = { nowMs: now(), lang };
  const view = await statusView(status, differences, at);
  return {
    event: 'status',
    data: {
      status: { ...view, conditions: [...view.conditions, ...ownConditions({ keptOut, audit }, lang)] },
      wans: status.lines.map(line => wanView(line, at)),
    },
  };
}

/** On loopback alone whoever started it is let in by a password of this run; where a LAN comes in, one has to be set before. */
async function checkPassword({ users }: Parts, { onLan, say }: WebOptions): Promise<void> {
  if (users.read().users.length > 0) return;
  if (onLan) return say({ kind: 'no-password' });
  const password = randomBytes(12).toString('base64url');
  const user = {
    name: 'admin',
    scope: 'admin',
    password: await hashPassword(password),
    changedAt: new Date().toISOString(),
  } as const;
  users.hold({ v: 1, users: [user] });
  say({ kind: 'password', password });
}
