export type MarkKind = 'connection-mark' | 'routing-mark' | 'packet-mark';

/** A mark that rules set. */
export interface Near {
  readonly kind: MarkKind;
  readonly mark: string;
}
