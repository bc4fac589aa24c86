import type { ControlError } from '../control/protocol.ts';
import type { ConfirmJudgement } from '../core/index.ts';
import { shortHash, type TrialReply } from '../replies/index.ts';

/** Why another configuration is not taken, or the one on trial is not confirmed. */
type Refusal =
  | Exclude<ConfirmJudgement, 'accepted'>
  | 'unconfirmed'
  | 'no-file'
  | 'tried'
  | 'no-trial'
  | 'not-kept'
  | 'ending';

/** Another configuration than whoever asks means; with what there is instead. */
export function changedMeanwhile(
  { file, hash }: { readonly file: string; readonly hash: string },
  trial: TrialReply | undefined,
): ControlError {
  const how = trial ? `is on trial now, until ${trial.until.slice(11, 19)} UTC` : 'is in force now';
  return {
    code: 'control/changed-meanwhile',
    what: `Another configuration than the one that is meant ${how}: ${file} (${shortHash(hash)}).`,
    do: 'Look at it, and decide anew.',
  };
}

const inAnew =
  'Leave this session as it is, open a new SSH connection to this machine, outside of tmux and screen, and run there: sudo jalur confirm.';

export const refusals: Readonly<Record<Refusal, ControlError>> = {
  'nothing-to-confirm': {
    code: 'control/nothing-to-confirm',
    what: 'No configuration waits to be confirmed.',
    do: 'Apply one first: sudo jalur apply FILE --confirm 60. If one did wait, its time is over and it was taken back: see jalur status.',
  },
  'not-in-force': {
    code: 'control/too-early',
    what: 'The kernel does not have all of the new configuration yet.',
    do: 'Try again; jalur status says what is missing.',
  },
  'old-connection': {
    code: 'control/old-connection',
    what: 'This control connection was opened before the configuration was in force: it does not show that one can still come in.',
    do: 'Confirm by a new one: sudo jalur confirm.',
  },
  'old-session': {
    code: 'control/old-connection',
    what: 'This SSH connection was opened before the configuration was in force: it would live on even if no new one could come in.',
    do: inAnew,
  },
  'old-browser': {
    code: 'control/old-connection',
    what: "This browser's connection was opened before the configuration was in force: it would live on even if no new one could come in.",
    do: 'Open the page anew in another window, so that the browser connects anew, and confirm there.',
  },
  'unknown-session': {
    code: 'control/old-connection',
    what: 'Nobody can tell by which SSH connection this comes (tmux and screen outlive them): it counts as an old one.',
    do: inAnew,
  },
  unconfirmed: {
    code: 'control/unconfirmed',
    what: 'A configuration waits to be confirmed; another one would leave it open what to go back to.',
    do: 'Confirm it (sudo jalur confirm, by a new connection), or wait until it is taken back.',
  },
  'no-file': {
    code: 'control/no-file',
    what: 'The configuration in force was read from standard input, which cannot be read again.',
    do: 'Name a file: sudo jalur apply FILE.',
  },
  'no-trial': {
    code: 'control/nothing-to-confirm',
    what: 'No configuration is on trial that could be taken back.',
    do: 'Name one that was in force before by the hash of its texts.',
  },
  'not-kept': {
    code: 'control/not-kept',
    what: 'The texts of that configuration are not kept.',
    do: 'The latest 30 are, where the gateway keeps a journal. Apply its files instead.',
  },
  ending: {
    code: 'control/ending',
    what: 'The gateway is ending: what is asked of it now is not done.',
    do: 'Ask the one that runs next.',
  },
  tried: {
    code: 'control/tried',
    what: 'The file says what was applied before and not confirmed in time.',
    do: 'Change it, or apply it again: sudo jalur apply FILE --confirm 60.',
  },
};
