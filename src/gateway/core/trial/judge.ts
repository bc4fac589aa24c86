import type { Trial } from './trial.ts';

/** How whoever confirms is connected to this machine. */
export type Session =
  /** At the machine itself: no remote login is above the process. */
  | { readonly kind: 'local' }
  /** By SSH; `openedAtMs`: when its TCP connection was accepted. */
  | { readonly kind: 'ssh'; readonly openedAtMs: number }
  /** By a browser; `openedAtMs`: when its TCP connection was accepted. */
  | { readonly kind: 'web'; readonly openedAtMs: number }
  /** By SSH, and nobody can tell by which connection: tmux, screen. */
  | { readonly kind: 'unknown' };

/** Who confirms. Times are CLOCK_MONOTONIC, ms. */
export interface Confirmer {
  /** When the control connection was opened. */
  readonly connectedAtMs: number;
  /** When he asks. */
  readonly nowMs: number;
  readonly session: Session;
}

export type ConfirmJudgement =
  | 'accepted'
  | 'nothing-to-confirm'
  | 'not-in-force'
  | 'old-connection'
  | 'old-session'
  | 'old-browser'
  | 'unknown-session';

/**
 * May this one confirm? A connection that stood before proves nothing: it lives on where a new one would find the door shut.
 * What is not known counts as old. Who asks when the time is over comes too late, whether the core has heard of that or not: else he could
 * be told that it stays by whom has it taken back in the next moment.
 */
export function judgeConfirm(
  trial: Trial | undefined,
  { connectedAtMs, nowMs, session }: Confirmer,
): ConfirmJudgement {
  if (!trial || nowMs >= trial.untilMs) return 'nothing-to-confirm';
  const { inForceMs } = trial;
  if (inForceMs === undefined) return 'not-in-force';
  // The web process is at the machine itself, with a connection that stays: only the browser's shows anything.
  if (session.kind === 'web') return session.openedAtMs < inForceMs ? 'old-browser' : 'accepted';
  if (connectedAtMs < inForceMs) return 'old-connection';
  if (session.kind === 'unknown') return 'unknown-session';
  return session.kind === 'ssh' && session.openedAtMs < inForceMs ? 'old-session' : 'accepted';
}
