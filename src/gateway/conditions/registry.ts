import { applyFailed } from './apply-failed.ts';
import { bfdUnsupported } from './bfd-unsupported.ts';
import { changedByOthers } from './changed-by-others.ts';
import { configRefused } from './config-refused.ts';
import { effectFailed } from './effect-failed.ts';
import type { ConditionEntry } from './entry.ts';
import { foreignDrop } from './foreign-drop.ts';
import { foreignManager } from './foreign-manager.ts';
import { forwardingClosed } from './forwarding-closed.ts';
import { journal } from './journal.ts';
import { leaseLost } from './lease-lost.ts';
import { leasePart } from './lease-part.ts';
import { leaseRefused } from './lease-refused.ts';
import { lineDegraded } from './line-degraded.ts';
import { lineDown } from './line-down.ts';
import { notifyFailed } from './notify-failed.ts';
import { probeFailed } from './probe-failed.ts';
import { refused } from './refused.ts';
import { rolledBack } from './rolled-back.ts';
import { scriptHeld } from './script-held.ts';
import { scriptUncertain } from './script-uncertain.ts';
import { serviceDied } from './service-died.ts';
import { unconfirmed } from './unconfirmed.ts';
import { undoIncomplete } from './undo-incomplete.ts';

/** All conditions by their code. Codes are stable: scripts and monitoring may match them. */
export const conditions = {
  'gateway/apply-failed': applyFailed,
  'gateway/refused': refused,
  'gateway/forwarding-closed': forwardingClosed,
  'gateway/foreign-drop': foreignDrop,
  'gateway/foreign-manager': foreignManager,
  'gateway/changed-by-others': changedByOthers,
  'gateway/config-refused': configRefused,
  'gateway/unconfirmed': unconfirmed,
  'gateway/rolled-back': rolledBack,
  'gateway/effect-failed': effectFailed,
  'gateway/journal': journal,
  'gateway/notify-failed': notifyFailed,
  'gateway/service-died': serviceDied,
  'gateway/probe-failed': probeFailed,
  'gateway/lease-refused': leaseRefused,
  'gateway/lease-part': leasePart,
  'gateway/lease-lost': leaseLost,
  'gateway/line-down': lineDown,
  'gateway/line-degraded': lineDegraded,
  'gateway/bfd-unsupported': bfdUnsupported,
  'gateway/script-uncertain': scriptUncertain,
  'gateway/script-held': scriptHeld,
  'gateway/undo-incomplete': undoIncomplete,
} as const;

export type ConditionCode = keyof typeof conditions;

/** The facts that a condition of this code is made of. */
export type FactsOf<C extends ConditionCode> =
  (typeof conditions)[C] extends ConditionEntry<infer Facts> ? Facts : never;
