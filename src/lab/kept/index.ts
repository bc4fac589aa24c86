/** Labs that are kept up by one process (`keeping/`), and asked by another: over a Unix socket that only their user can open. */
export { askKept, type KeptLab, keptLabs } from './ask.ts';
export { ownSocket } from './folder.ts';
export { followKept } from './follow.ts';
export {
  type KeptExperiment,
  type KeptNow,
  type KeptReply,
  type KeptRun,
  keptRequest,
  type PlainResult,
} from './message.ts';
