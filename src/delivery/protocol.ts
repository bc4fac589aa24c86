import type { Channel, Delivery, Occurrence, Receiver, Sender } from '../notify/index.ts';

/** What the thread is started with. */
export interface DeliveryPlan {
  /** Where what waits is kept over a restart; the folder exists. */
  readonly file: string;
  /** ms since 1970 minus CLOCK_MONOTONIC, once for the whole run: steps of the clock are no time that has passed. */
  readonly epochMs: number;
}

/** Whom to tell, from now on. */
export interface Audience {
  readonly receivers: readonly Receiver[];
  readonly sender: Sender;
}

/** Orders for it. */
export type DeliveryOrder =
  | { readonly kind: 'audience'; readonly audience: Audience }
  | { readonly kind: 'occurred'; readonly occurrences: readonly Occurrence[] }
  | { readonly kind: 'test'; readonly id: number; readonly receiver?: string | undefined }
  | { readonly kind: 'close' };

/** What came of a test message. */
export interface TestResult {
  readonly receiver: string;
  readonly channel: Channel['kind'];
  readonly result: 'delivered' | 'failed';
  /** What came back. */
  readonly said: string;
  readonly tookMs: number;
}

/** Of one receiver, since the start. */
export interface DeliveryFigures {
  readonly receiver: string;
  readonly channel: Channel['kind'];
  readonly delivered: number;
  /** Attempts that failed. */
  readonly failed: number;
  readonly lost: number;
  readonly waiting: number;
  /** What has been wrong for long. */
  readonly trouble?: string | undefined;
}

/** What it says. */
export type DeliverySaying =
  | {
      readonly kind: 'delivery';
      readonly receiver: string;
      readonly channel: Channel['kind'];
      readonly title: string;
      readonly delivery: Omit<Delivery, 'message'>;
    }
  | { readonly kind: 'figures'; readonly figures: readonly DeliveryFigures[] }
  | { readonly kind: 'tested'; readonly id: number; readonly results: readonly TestResult[] }
  /** What waits cannot be kept over a restart; undefined: it can again. */
  | { readonly kind: 'storage'; readonly what?: string | undefined };
