const minute = 60_000;

/** Times and numbers by which it is decided what is told when (docs/notifications.md#when). ms. */
export const notifyParameters = {
  /** Unless a receiver says otherwise, something has to last so long. */
  usualWaitMs: 15_000,
  /** A gateway sets its interfaces up itself: what is down for the first moments of a run is no news. */
  startMs: 10_000,
  /** What was wrong in the last run and is not said again within that time of a start is over. */
  doubtMs: minute,
  /** What happens at the same time, and what follows from it, comes within this, and is one message. */
  gatherMs: 500,
  /** What is due so soon goes along with what is due now, at most half of the wait. */
  alongMs: 5_000,
  /** What goes down so often within that time flaps. */
  flapFalls: 4,
  flapWithinMs: 10 * minute,
  /** Then it is told again so often, */
  flapEveryMs: 30 * minute,
  /** until it has not turned for that long. */
  steadyMs: 10 * minute,
  /** After all lines were down: the way out has to be there for so long. */
  settleMs: 3_000,
  /** Messages to one receiver within a time; what is more goes together with what follows. */
  mostMessages: 20,
  mostWithinMs: 10 * minute,
  /** Things of which no state is kept (configurations, starts), waiting at most. */
  mostMoments: 50,
  /** Messages that wait to be sent; the oldest is lost then. */
  mostWaiting: 100,
  /** It is tried again after that, then twice as long, up to the other. */
  firstRetryMs: 5_000,
  lastRetryMs: 5 * minute,
  /** What could not be delivered for so long is given up. */
  oldestMs: 24 * 60 * minute,
  /** A receiver that cannot be reached for so long is trouble. */
  failingMs: 5 * minute,
} as const;
