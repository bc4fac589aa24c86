import {
  type Dialect,
  interfaceNames,
  type Kept,
  makeRouter,
  type Router,
  type StatedRoles,
  withRoles,
} from '../model/index.ts';
import type { LeaseRoutes } from '../rib/index.ts';
import { readRouterOs } from '../rsc/index.ts';
import { type Diagnostic, hasErrors } from '../text/index.ts';
import { configFile } from './config-file.ts';
import { leaseRoutesOf } from './lease-routes.ts';
import { readTextFile } from './text-file.ts';
import { noInterface, nothingInIt, unreadable } from './trouble.ts';

/** A configuration, and what its reader had to say. */
export interface Config {
  readonly file: string;
  /** Its whole text, for messages that quote it; empty where it could not be read. */
  readonly text: string;
  readonly router: Router;
  /** Static routes that follow a lease, by the DHCP client's interface. */
  readonly leaseRoutes: LeaseRoutes;
  readonly diagnostics: readonly Diagnostic[];
  /** Statements in all, and those that the router model lacks because they were not understood. */
  readonly statements: number;
  readonly notUnderstood: readonly Kept[];
  /** False: there is nothing to look at (no such file, nothing in it, a stated role of no interface). */
  readonly readable: boolean;
  /** False: it must not be run, something in it was not understood. */
  readonly usable: boolean;
}

/** What a user says beside the text. */
export interface ConfigOptions extends StatedRoles {
  /** Overrides what the text says about its version. */
  readonly dialect?: Dialect | undefined;
}

/** Reads a configuration file, or the one of a folder. Never throws: an unreadable file is a diagnostic too. */
export function readConfig(path: string, options: ConfigOptions = {}): Config {
  try {
    const { file, text } = readTextFile(configFile(path));
    return configOf(text, file, options);
  } catch (error) {
    return { ...nothing, file: path, diagnostics: [unreadable(path, error)] };
  }
}

const nothing = {
  text: '',
  router: makeRouter(),
  leaseRoutes: {},
  statements: 0,
  notUnderstood: [],
  readable: false,
  usable: false,
} as const;

/** A configuration that was read already; `file` names it in messages. */
function configOf(text: string, file: string, { dialect, wans, lans }: ConfigOptions): Config {
  const read = readRouterOs(text, { file, dialect });
  const router = withRoles(read.router, { wans, lans });
  const known = interfaceNames(router);
  const unknown = [...(wans ?? []), ...(lans ?? [])].filter(name => !known.includes(name));
  const refusals = [
    ...(read.counts.modelled > 0 ? [] : [nothingInIt(file)]),
    ...unknown.map(name => noInterface(file, name, known)),
  ];
  const diagnostics = [...read.diagnostics, ...refusals];
  return {
    file,
    text,
    router,
    diagnostics,
    leaseRoutes: leaseRoutesOf(router),
    statements: read.counts.statements,
    notUnderstood: router.kept.filter(({ reason }) => reason === 'not-understood'),
    readable: refusals.length === 0,
    usable: !hasErrors(diagnostics),
  };
}
