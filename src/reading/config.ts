import type { IntentRun } from '../intent/index.ts';
import { type Device, deviceNames, onDevices } from '../linux/index.ts';
import {
  type Dialect,
  interfaceNames,
  type Kept,
  makeRouter,
  type Router,
  type StatedRoles,
  withRoles,
} from '../model/index.ts';
import { type LeaseRoutes, withAssumedPorts } from '../rib/index.ts';
import { joinTexts, type NamedText, readRouterOs } from '../rsc/index.ts';
import { type Diagnostic, hasErrors, type Language } from '../text/index.ts';
import { deviceFindings } from './devices.ts';
import { routerTexts } from './intent-text.ts';
import { leaseRoutesOf } from './lease-routes.ts';
import { noInterface, nothingInIt } from './trouble.ts';

/** A configuration, and what its reader had to say. */
export interface Config {
  readonly file: string;
  /** Its texts by the names of their files, for messages that quote them; empty where one could not be read. */
  readonly texts: ReadonlyMap<string, string>;
  readonly router: Router;
  /** Which of the texts are intents (YAML): nothing that is said as RouterOS lines can be put into them. */
  readonly intents: readonly string[];
  /** Which of them show what `print` prints: the same. */
  readonly listings: readonly string[];
  /** How an intent is to be run, unless the user says otherwise. */
  readonly run: IntentRun;
  /** Values that the router holds masked, by place (`ReadResult.secrets`). Never print them. */
  readonly secrets: ReadonlyMap<string, string>;
  /** Linux devices that are not called as their interfaces, and the router with their names. */
  readonly devices: readonly Device[];
  readonly linux: Router;
  /** Static routes that follow a lease, by the DHCP client's interface. */
  readonly leaseRoutes: LeaseRoutes;
  readonly diagnostics: readonly Diagnostic[];
  /** Statements in all, and those that the router model lacks because they were not understood. */
  readonly statements: number;
  readonly notUnderstood: readonly Kept[];
  /** False: there is nothing to look at (no such file, nothing in it, a stated role of no interface). */
  readonly readable: boolean;
  /** Its text could be read, and nothing in it is modelled: prose, or menus that decide nothing here. */
  readonly isEmpty: boolean;
  /** False: it must not be run, something in it was not understood. */
  readonly usable: boolean;
}

/** What a user says beside the text. */
export interface ConfigOptions extends StatedRoles {
  /** Overrides what the text says about its version. */
  readonly dialect?: Dialect | undefined;
  /** Language of what is said of the text. */
  readonly language?: Language | undefined;
  /** Linux devices by interface or default name. */
  readonly ports?: ReadonlyMap<string, string> | undefined;
  /** It is for Linux: `router` is `linux`. */
  readonly onLinux?: boolean | undefined;
  /** With ports that a part of a configuration takes for granted; not where it is carried out or written back. */
  readonly assumesPorts?: boolean | undefined;
}

/** What is known of a text that was not read. */
export const nothing = {
  texts: new Map<string, string>(),
  intents: [],
  listings: [],
  run: {},
  router: makeRouter(),
  secrets: new Map<string, string>(),
  devices: [],
  linux: makeRouter(),
  leaseRoutes: {},
  statements: 0,
  notUnderstood: [],
  readable: false,
  isEmpty: false,
  usable: false,
} as const;

/**
 * The same configuration with more lines; undefined where one of these is not understood. `place-before=0` puts what is
 * added before all that stands, those that were put there already too.
 */
export function withLines(
  config: Config,
  lines: readonly string[],
  options: ConfigOptions,
): Config | undefined {
  const texts = [...config.texts].map(([file, text]) => ({ file, text }));
  const isFirst = (line: string): boolean => line.endsWith(first);
  const before = lines.filter(isFirst).map(line => line.slice(0, -first.length));
  const behind = lines.filter(line => !isFirst(line));
  const more = configOf(
    [...textOf('lines before', before.reverse()), ...texts, ...textOf('lines behind', behind)],
    options,
  );
  const isUnderstood = more.diagnostics.filter(isError).length <= config.diagnostics.filter(isError).length;
  return isUnderstood && more.notUnderstood.length === config.notUnderstood.length ? more : undefined;
}

const first = ' place-before=0';

const textOf = (file: string, lines: readonly string[]): NamedText[] =>
  lines.length === 0 ? [] : [{ file, text: `${lines.join('\n')}\n` }];

const isError = (diagnostic: Diagnostic): boolean => hasErrors([diagnostic]);

/** Reads texts as one configuration. Never throws. */
export function readTexts(texts: readonly NamedText[], options: ConfigOptions = {}): Config {
  return configOf(texts, options);
}

function configOf(texts: readonly NamedText[], options: ConfigOptions): Config {
  const {
    dialect,
    language = 'en',
    wans,
    lans,
    ports = new Map(),
    onLinux = false,
    assumesPorts = false,
  } = options;
  const own = new Map(texts.map(one => [one.file, one.text]));
  const { made, intents, listings, notes, run, refused } = routerTexts(texts, dialect, language);
  const { file, text, parts } = joinTexts(made);
  if (refused.length > 0) return { ...nothing, file, texts: own, intents, diagnostics: refused };
  const read = readRouterOs(text, {
    ...{ file, language, parts },
    dialect: intents.length > 0 ? 'v7' : dialect,
  });
  const named = assumesPorts ? withAssumedPorts(read.router) : read.router;
  const stated = withRoles(named, { ...named.roles, ...(wans && { wans }), ...(lans && { lans }) });
  const known = interfaceNames(stated);
  const unknown = [...(wans ?? []), ...(lans ?? [])].filter(name => !known.includes(name));
  const refusals = [
    ...(read.counts.modelled > 0 ? [] : [nothingInIt(file, language)]),
    ...unknown.map(name => noInterface(file, name, known, language)),
  ];
  const names = deviceNames(stated, ports);
  const linux = onDevices(stated, names.devices);
  const router = onLinux ? linux : stated;
  const ofDevices = onLinux ? deviceFindings(file, stated, names, ports, language) : [];
  const diagnostics = [...notes, ...read.diagnostics, ...refusals, ...ofDevices];
  return {
    file,
    ...{ texts: own, intents, listings, run },
    router,
    devices: names.devices,
    linux,
    secrets: read.secrets,
    diagnostics,
    leaseRoutes: leaseRoutesOf(router),
    statements: read.counts.statements,
    notUnderstood: router.kept.filter(({ reason }) => reason === 'not-understood'),
    readable: refusals.length === 0,
    isEmpty: read.counts.modelled === 0 && unknown.length === 0,
    usable: !hasErrors(diagnostics),
  };
}
