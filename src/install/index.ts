/** The gateway as a service of the machine: its unit, its options, the place of its configuration. */
export { type Accounts, machineAccounts, makeUserCommand } from './accounts.ts';
export type { FileOutcome, Outcome } from './decide.ts';
export { defaultsText, unfitWord } from './defaults.ts';
export { type Installed, type InstalledConfig, install } from './install.ts';
export { places, unfitProgram } from './place.ts';
export { removeInstalled } from './remove.ts';
export { hasSystemd, reloadUnits, startService, stopService } from './systemd.ts';
export { removeWebUsers, type WebUser } from './web-user.ts';
