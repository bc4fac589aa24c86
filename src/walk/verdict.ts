/** What a rule's action means for the rest of its chain. Numbers, because a packet asks hundreds of times. */
export const verdict = {
  /** Go on with the next rule. */
  next: 0,
  /** Leave this hook: the packet goes on to the next one. */
  accept: 1,
  /** Back to the calling chain. */
  return: 2,
  /** The packet is gone; its ending is set. */
  gone: 3,
} as const;

export type Verdict = (typeof verdict)[keyof typeof verdict];
