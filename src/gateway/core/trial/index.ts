/** Configurations that are taken back unless they are confirmed, and those that were not taken. */
export {
  hearConfig,
  hearConfigRefused,
  hearConfirmed,
  hearRolledBack,
  hearTakenBack,
  hearTrialTimer,
  settle,
  withTrial,
} from './hear-trial.ts';
