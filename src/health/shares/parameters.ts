/** All numbers by which shares follow what lines deliver ([shares.md](../../../docs/shares.md#adaptive)). Times in seconds: one sample is one. */
export const adaptive = {
  /** Samples that are looked at together, and how often it is decided. */
  window: 5,
  /** A line is full where at least so many samples of a window lie this near to the largest one, and its probes wait or are lost. */
  plateau: { samples: 4, within: 0.2 },
  /** Less than this shows nothing of a line, bit/s. */
  leastBps: 100_000,
  /** A probe waits: so much longer than the line's shortest round trip of the last minutes, ms and as a part of it. */
  waiting: { ms: 15, part: 0.25 },
  /** Probes of so many samples are looked at; more of them than `enter` wait in a full line, fewer than `leave` in one that is not. */
  probes: { samples: 10, enter: 0.5, leave: 0.2 },
  /** How long the shortest round trip is remembered; a second of a full line counts as so much of one. */
  base: { seconds: 300, whileFull: 0.1 },
  /** Full windows that it takes to believe in less than before: in a row, where that is much less, and others. */
  fall: { large: 2, small: 4 },
  /** What is believed of a line changes by this factor in a window at most. */
  step: 1.6,
  /** A smaller difference than this from what is believed is believed in part only, per window. */
  near: { within: 0.25, part: 0.3 },
  /** A line that carries more of what is believed than this, and has not been full for some windows, may carry more where another one is full. */
  busy: 0.7,
  /** So much more, at most, in a window. */
  guess: 1.15,
  calmAfter: 3,
  search: { from: 1.25, busy: 0.65, guess: 1.6 },
  /** Least share of a line that lives: without traffic nothing is ever learned of it. */
  leastShare: 0.02,
  /** Shares are left as they are unless one would change by so much, of 1 and as a part of it. */
  deadBand: { share: 0.02, part: 0.1 },
  /** Probes of a line that carries less than `idle` of what is believed, and are lost: from `enter` on it gets `factor` of its share, until `leave`. */
  loss: { enter: 0.12, leave: 0.04, probes: 40, leaveProbes: 300, idle: 0.5, factor: 0.5 },
  /** Spill-over: a full line's share of new connections is multiplied, and grows back, per window. */
  spill: { down: 0.85, up: 0.04, least: 0.25, calmAfter: 6 },
} as const;
