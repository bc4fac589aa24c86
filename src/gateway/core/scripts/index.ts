/** Scripts that events run: which hosts are asked, when the scheduler's hours come, and what is said of those that ran. */
export { chosenConnections } from './forget.ts';
export { hearHost, hostsOf, mostTurns } from './hosts.ts';
export { ranConditions, ranEvents, ranLines } from './ran.ts';
export { hearScriptsTimer, scheduled, scriptsTimer } from './schedule.ts';
export { noScripts, type ScriptState } from './script-state.ts';
