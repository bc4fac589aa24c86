/** Configurations that are taken back unless they are confirmed, and those that were not taken. */
export {
  forget,
  hearConfig,
  hearConfigRefused,
  hearConfirmed,
  hearRolledBack,
  hearTakenBack,
  hearTrialTimer,
  withTrial,
} from './hear-trial.ts';
