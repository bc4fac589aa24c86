import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { replaceFile } from '../files/index.ts';
import type { Accounts } from './accounts.ts';
import { type FileOutcome, type Manifest, outcomeOf, type WantedFile } from './decide.ts';
import { defaultsText } from './defaults.ts';
import { makeFolder } from './folder.ts';
import { hashOfFile, hashOfText, printManifest, readManifest } from './manifest.ts';
import { below, packagedUnits, places, unitPlace } from './place.ts';
import { diallingText, unitText } from './unit.ts';
import { makeWebUser, type WebUser } from './web-user.ts';

/** A configuration that is put where the service reads it. */
export interface InstalledConfig {
  /** In /etc/jalur: `jalur.rsc`, `gateway.yaml`. */
  readonly name: string;
  readonly text: Uint8Array;
}

export interface InstallOptions {
  /** Everything is put below this folder; default: the machine's own. */
  readonly root?: string | undefined;
  readonly config?: InstalledConfig | undefined;
  /** Its PPPoE lines are dialled. */
  readonly dials?: boolean | undefined;
  /** Who is told of what happens, which is put beside it. */
  readonly notify?: InstalledConfig | undefined;
  /** Options of `jalur run`; default: those that are there. */
  readonly runOptions?: readonly string[] | undefined;
  /** The user that the process of the pages is; undefined: there are no pages. */
  readonly webUser?: string | undefined;
  /** Where that user is made; undefined: it is not, only named. */
  readonly accounts?: Accounts | undefined;
  /** Nothing is changed. */
  readonly dry?: boolean | undefined;
}

export interface Installed {
  readonly files: readonly FileOutcome[];
  /** The unit of a package, which is used. */
  readonly packagedUnit?: string | undefined;
  readonly webUser?: WebUser | undefined;
}

/** Puts everything in place that a service needs. Throws what the file system says. */
export function install(options: InstallOptions): Installed {
  const { root = '/', dry = false, accounts } = options;
  const packagedUnit = packagedUnits.find(path => existsSync(below(root, path)));
  const manifestFile = below(root, places.manifest);
  const manifest = readManifest(manifestFile);
  const wanted = wantedFiles(options, packagedUnit !== undefined);
  const files = wanted.map(file =>
    outcomeOf(file, hashOfText(file.text), hashOfFile(below(root, file.path)), manifest),
  );
  // Before any file: a service whose user cannot be made is not installed.
  const webUser =
    options.webUser === undefined ? undefined : makeWebUser(options.webUser, { root, accounts, dry });
  if (!dry) {
    makeFolder(below(root, places.config), 0o755);
    for (const [index, file] of wanted.entries()) put(root, file, files[index]);
    keepManifest(manifestFile, manifestAfter(manifest, wanted, files));
  }
  return { files, ...(packagedUnit !== undefined && { packagedUnit }), ...(webUser && { webUser }) };
}

function wantedFiles(
  { root = '/', config, notify, dials = false, runOptions }: InstallOptions,
  hasUnit: boolean,
): readonly WantedFile[] {
  const unit = { path: places.unit, text: Buffer.from(unitText(unitPlace())), mode: 0o644 };
  const untouched = hashOfText(defaultsText());
  const defaults = {
    path: places.defaults,
    text: Buffer.from(defaultsText(runOptions)),
    mode: 0o644,
    pristine: [untouched],
  };
  return [
    ...(hasUnit ? [] : [unit]),
    ...(dials ? [{ path: places.dialling, text: Buffer.from(diallingText), mode: 0o644 }] : []),
    ...(runOptions === undefined && existsSync(below(root, places.defaults)) ? [] : [defaults]),
    // They may hold secrets of lines, and URLs that nobody is to know.
    ...[config, notify].flatMap(one =>
      one ? [{ path: `${places.config}/${one.name}`, text: one.text, mode: 0o600 }] : [],
    ),
  ];
}

function put(root: string, { path, text, mode }: WantedFile, done: FileOutcome | undefined): void {
  if (done?.outcome !== 'created' && done?.outcome !== 'replaced') return;
  const file = below(root, path);
  makeFolder(dirname(file), 0o755);
  replaceFile(file, text, mode);
}

/** What was there before, with the same text, is not ours for that. */
function manifestAfter(
  manifest: Manifest,
  wanted: readonly WantedFile[],
  files: readonly FileOutcome[],
): Manifest {
  const made = wanted.filter((_, index) => /^(?:created|replaced)$/.test(files[index]?.outcome ?? ''));
  return new Map([...manifest, ...made.map(({ path, text }) => [path, hashOfText(text)] as const)]);
}

function keepManifest(file: string, manifest: Manifest): void {
  if (manifest.size === 0) return;
  makeFolder(dirname(file), 0o710);
  replaceFile(file, printManifest(manifest), 0o600);
}
