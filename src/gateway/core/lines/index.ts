export { atPace, countedLines } from './at-pace.ts';
export { awaitedAfter } from './awaited.ts';
export {
  flowsOf,
  hearStragglers,
  isReleased,
  isRerouted,
  mayStray,
  movedFlows,
  moving,
  withDrain,
  withHooks,
  withSettling,
} from './flows.ts';
export { hearLine } from './hear-line.ts';
export { hearWan } from './hear-wan.ts';
export { downLinesOf, unreachableOf } from './judged.ts';
export { aliveOf, linesOf } from './lines-of.ts';
export { firstWatched, probedLines, rewatched, running, withNewTargets } from './rewatched.ts';
export { uplinksOf } from './uplinks.ts';
export { withLines } from './with-lines.ts';
