import type { Language } from '../text/index.ts';

/** What a receiver may be told of. */
export const eventKinds = [
  'line-down',
  'line-up',
  'line-degraded',
  'failover',
  'condition',
  'config',
  'gateway',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** Where a secret stands: it is read when it is needed, and nowhere else. */
export type Secret = { readonly file: string } | { readonly env: string };

/** How a message gets there. A URL may be a secret itself. */
export type Channel =
  | {
      readonly kind: 'webhook';
      readonly url: string | Secret;
      readonly headers: Readonly<Record<string, string | Secret>>;
      /** Of the HMAC that the receiver checks. */
      readonly secret?: Secret | undefined;
    }
  | { readonly kind: 'command'; readonly argv: readonly string[]; readonly timeoutMs: number }
  | {
      readonly kind: 'telegram';
      readonly server: string;
      readonly token: Secret;
      readonly chat: string;
      readonly thread?: number | undefined;
    }
  | {
      readonly kind: 'ntfy';
      /** Of the topic. */
      readonly url: string | Secret;
      readonly token?: Secret | undefined;
      /** 1 to 5; default: by what the message says. */
      readonly priority?: number | undefined;
    };

export const channelKinds = [
  'webhook',
  'command',
  'telegram',
  'ntfy',
] as const satisfies readonly Channel['kind'][];

/** One that is told. */
export interface Receiver {
  readonly name: string;
  readonly channel: Channel;
  readonly events: readonly EventKind[];
  /** So long something has to last before it is told. */
  readonly waitMs: number;
  readonly language: Language;
  /** Templates. */
  readonly title: string;
  readonly text: string;
}

const privateHost =
  /^(?:localhost|127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|\[?(?:::1|f[cd][0-9a-f]{2}:|fe80:))/i;
const innerName = /^[^.]+$|\.(?:lan|local|localhost|home\.arpa|internal)$/i;

/** Is it reached without any line? What is not known counts as outside. */
export function isInside({ channel }: Pick<Receiver, 'channel'>): boolean {
  if (channel.kind === 'command') return true;
  const url = channel.kind === 'telegram' ? channel.server : channel.url;
  if (typeof url !== 'string') return false;
  const host = /^[a-z]+:\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/:?#]*)/i.exec(url)?.[1] ?? '';
  if (host.startsWith('[') || /^[\d.]+$/.test(host)) return privateHost.test(host);
  return privateHost.test(host) || innerName.test(host);
}
