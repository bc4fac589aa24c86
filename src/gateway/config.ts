import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Dialect, makeRouter, type Router } from '../model/index.ts';
import type { LeaseRoutes } from '../rib/index.ts';
import { leaseRouteComments, readRouterOs } from '../rsc/index.ts';
import { type Diagnostic, hasErrors, nowhere } from '../text/index.ts';

/** A configuration, and what its reader had to say. */
export interface Config {
  readonly file: string;
  readonly router: Router;
  /** Static routes that follow a lease, by the DHCP client's interface. */
  readonly leaseRoutes: LeaseRoutes;
  readonly diagnostics: readonly Diagnostic[];
  /** False: it must not be run. */
  readonly usable: boolean;
}

/** Reads a configuration file. Never throws: an unreadable file is a diagnostic too. */
export function readConfig(path: string, dialect?: Dialect): Config {
  try {
    const file = configFile(path);
    const read = readRouterOs(readFileSync(file, 'utf8'), { file, dialect });
    const { router } = read;
    const diagnostics =
      read.counts.modelled > 0 ? read.diagnostics : [...read.diagnostics, nothingInIt(file)];
    return { file, router, diagnostics, leaseRoutes: leaseRoutesOf(router), usable: !hasErrors(diagnostics) };
  } catch (error) {
    const diagnostics = [unreadable(path, error)];
    return { file: path, router: makeRouter(), leaseRoutes: {}, diagnostics, usable: false };
  }
}

/** A folder stands for the one configuration in it: its `.rsc` named like the folder, or its only one. */
export function configFile(path: string): string {
  if (!statSync(path).isDirectory()) return path;
  const texts = readdirSync(path).filter(name => name.endsWith('.rsc'));
  const named = texts.find(name => name === `${basename(join(path, '.'))}.rsc`);
  const [only, ...others] = texts;
  const found = named ?? (others.length === 0 ? only : undefined);
  if (found === undefined) throw new Error(`it holds ${texts.length} .rsc files: name one of them`);
  return join(path, found);
}

export function leaseRoutesOf(router: Router): LeaseRoutes {
  const clients = router.dhcpClients.filter(({ disabled, script }) => !disabled && script !== '');
  return Object.fromEntries(clients.map(client => [client.interface, leaseRouteComments(client.script)]));
}

/** Prose, or a script only: running it would be an empty gateway. */
function nothingInIt(file: string): Diagnostic {
  return {
    id: 'gateway/no-configuration',
    severity: 'error',
    what: `${file} holds no RouterOS statement that could be run.`,
    do: 'Name a RouterOS configuration: /export file=office, then office.rsc.',
    span: { ...nowhere, file },
  };
}

function unreadable(path: string, error: unknown): Diagnostic {
  const why = error instanceof Error ? error.message : String(error);
  return {
    id: 'gateway/unreadable-file',
    severity: 'error',
    what: `${path} cannot be read: ${why}`,
    do: 'Name a RouterOS configuration file (.rsc), or a folder with one.',
    span: { ...nowhere, file: path },
  };
}
