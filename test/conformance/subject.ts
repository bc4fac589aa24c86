import type { Router } from '../../src/model/index.ts';
import type { Fault } from '../../src/rib/index.ts';
import type { Packet } from '../../src/walk/index.ts';
import type { End } from './watch.ts';

/** What became of a packet, as far as it can be seen from outside. */
export type Outcome =
  | {
      readonly kind: 'left';
      readonly out: string;
      readonly src: End;
      readonly dst: End;
      /** Connection mark; undefined without a connection. */
      readonly mark?: string | undefined;
      /** All interfaces it may have left by, where chance decides among several. */
      readonly oneOf?: readonly string[] | undefined;
      /** Its port is drawn by chance. */
      readonly anyPort?: boolean | undefined;
    }
  | { readonly kind: 'router'; readonly mark?: string | undefined }
  | { readonly kind: 'gone' };

/** Outcome and the connection state that rules saw. */
export interface Seen {
  readonly outcome: Outcome;
  readonly state: string;
}

/** One implementation of a router: the walk, or a kernel. */
export interface Subject {
  readonly name: string;
  /** Becomes this router, with no connection known, while these faults last. */
  load(router: Router, faults: readonly Fault[]): void;
  /** The same router, connections kept, in another state of the world. */
  change(faults: readonly Fault[]): void;
  /** Another router, connections kept: as at a reload. */
  become(router: Router): void;
  send(packet: Packet): Seen;
  close(): void;
}

/** Seed of every hash in this suite: what bucket a packet gets is part of what is expected. */
export const seed = 0x5eed;

/** `ether1 as 10.10.10.254:40000 to 8.8.8.8:443, mark c1`: outcomes are compared and shown as text. */
export function outcomeText(outcome: Outcome): string {
  if (outcome.kind !== 'left') return outcome.kind === 'gone' ? 'gone' : `router${markText(outcome.mark)}`;
  const { out, src, dst, mark } = outcome;
  return `${out} as ${endText(src)} to ${endText(dst)}${markText(mark)}`;
}

/** What is left to compare where chance had its say in `expected`. */
export function sureText(outcome: Outcome, expected: Outcome): string {
  if (outcome.kind !== 'left' || expected.kind !== 'left') return outcomeText(outcome);
  if (expected.oneOf) return `one of ${expected.oneOf.join()}${markText(outcome.mark)}`;
  const { src, dst } = outcome;
  const bare = { src: { ...src, port: 0 }, dst: { ...dst, port: 0 } };
  return outcomeText(expected.anyPort ? { ...outcome, ...bare } : outcome);
}

const markText = (mark: string | undefined): string => (mark === undefined ? '' : `, mark ${mark || 'none'}`);

function endText({ address, port }: End): string {
  const octets = [24, 16, 8, 0].map(shift => (address >>> shift) & 255).join('.');
  return port === 0 ? octets : `${octets}:${port}`;
}
