import type { HostCheck } from '../../../health/index.ts';
import type { Router } from '../../../model/index.ts';
import type { Forgotten } from '../../../rsc/index.ts';
import type { Settled } from '../../../walk/index.ts';

export type HostStatus = 'up' | 'down';

/** What events have made of a configuration, and what is about to. Keys are ids of the router's items. */
export interface ScriptState {
  /** Hosts under watch. */
  readonly hosts: readonly HostCheck[];
  /** What is found of hosts, as far as their scripts may know it. */
  readonly found: Readonly<Record<string, HostStatus>>;
  /** What is found since, and held back because those scripts have run too often. */
  readonly held: Readonly<Record<string, HostStatus>>;
  /** When `found` changed, of late. */
  readonly turns: Readonly<Record<string, readonly number[]>>;
  /** When the scheduler's items run next. */
  readonly due: Readonly<Record<string, number>>;
  /** Items of the scheduler whose time has come. */
  readonly now: readonly string[];
  /** Connections to remove once the kernel has what the scripts asked for. */
  readonly forget: readonly Forgotten[];
  /** Of which text these are, and where its scripts have brought it. */
  readonly text?: Router | undefined;
  readonly running?: Settled['running'] | undefined;
}

export const noScripts: ScriptState = {
  ...{ hosts: [], found: {}, held: {}, turns: {}, due: {}, now: [], forget: [] },
};
