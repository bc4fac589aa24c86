/** The four states of anything that is watched, and of the whole. */
export type State = 'up' | 'degraded' | 'down' | 'unknown';
