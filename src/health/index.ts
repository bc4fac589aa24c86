/** Deciding, not measuring: which routes are active and why, and what has to be probed for that. */
export * from './rib-route.ts';
export * from './world.ts';
