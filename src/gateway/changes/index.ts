/** Other configurations for a gateway that runs: read again, applied, for a time or for good, confirmed, taken back. One after the other. */
export { apply } from './apply.ts';
export { checkedConfig } from './checked-config.ts';
export { checkedDraft } from './checked-draft.ts';
export { confirm } from './confirm.ts';
export { hashOf, mustRun } from './guards.ts';
export { reload, reloadBySignal } from './reload.ts';
export { rollback } from './rollback.ts';
export { type Asked, keepTexts, refusedNow, tellOf } from './take.ts';
