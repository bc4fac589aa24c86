import {
  type Dialect,
  interfaceNames,
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
  /** False: it must not be run. */
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
    const diagnostics = [unreadable(path, error)];
    return { file: path, text: '', router: makeRouter(), diagnostics, leaseRoutes: {}, usable: false };
  }
}

/** A configuration that was read already; `file` names it in messages. */
function configOf(text: string, file: string, { dialect, wans, lans }: ConfigOptions): Config {
  const read = readRouterOs(text, { file, dialect });
  const router = withRoles(read.router, { wans, lans });
  const known = interfaceNames(router);
  const unknown = [...(wans ?? []), ...(lans ?? [])].filter(name => !known.includes(name));
  const diagnostics = [
    ...read.diagnostics,
    ...(read.counts.modelled > 0 ? [] : [nothingInIt(file)]),
    ...unknown.map(name => noInterface(file, name, known)),
  ];
  return {
    file,
    text,
    router,
    diagnostics,
    leaseRoutes: leaseRoutesOf(router),
    usable: !hasErrors(diagnostics),
  };
}
