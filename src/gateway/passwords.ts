import { readFileSync, statSync } from 'node:fs';
import { isPppoeLine } from '../compile/index.ts';
import type { Config } from '../config/index.ts';
import { isPppWord } from '../linux/index.ts';
import type { Interface } from '../model/index.ts';
import { type Diagnostic, hasErrors } from '../text/index.ts';
import type { RunConfig } from './core/index.ts';

type Known = Pick<Config, 'router' | 'secrets' | 'run'>;

/** Devices of the PPPoE lines whose password a configuration holds, or says where it lies: a gateway dials these. */
export const dialsOf = (config: Known): readonly string[] =>
  config.router.interfaces.filter(line => isPppoeLine(line) && has(line, config)).map(({ name }) => name);

const has = (line: Interface, config: Known): boolean =>
  fileOf(line, config) !== undefined || stated(line, config) !== undefined;

const fileOf = ({ name, routerName = name }: Interface, { run }: Known): string | undefined =>
  run.passwordFiles?.[routerName];

function stated({ origin }: Interface, { secrets }: Known): string | undefined {
  const value = secrets.get(`${origin.span.start.offset}/password`);
  return value === '' ? undefined : value;
}

/** A configuration with the passwords of its PPPoE lines, or with what is wrong with them. A bench makes its lines itself. */
export function withPasswords<T extends Config>(
  config: T,
  { isBench = false }: { readonly isBench?: boolean | undefined },
  known?: PasswordFiles,
): T & Pick<RunConfig, 'passwords' | 'passwordFiles'> {
  if (isBench || !config.usable) return config;
  const names = dialsOf(config);
  const found = config.router.interfaces
    .filter(({ name }) => names.includes(name))
    .map(line => ({ line, ...passwordOf(line, config, known) }));
  const more = found.flatMap(({ diagnostics }) => diagnostics);
  const passwords = found.flatMap(({ line, password }) =>
    password === undefined ? [] : [[line.name, password] as const],
  );
  const diagnostics = more.length === 0 ? config.diagnostics : [...config.diagnostics, ...more];
  return {
    ...config,
    passwords: Object.fromEntries(passwords),
    passwordFiles: config.run.passwordFiles,
    diagnostics,
    usable: !hasErrors(diagnostics),
  };
}

interface Found {
  readonly password?: string;
  readonly diagnostics: readonly Diagnostic[];
}

function passwordOf(line: Interface, config: Known, known: PasswordFiles | undefined): Found {
  const file = fileOf(line, config);
  const { name, routerName = name } = line;
  if (known && file !== undefined && known[routerName] !== file)
    return { diagnostics: [about(line, 'error', strange(file, name), strangeDo)] };
  const from = file === undefined ? { password: stated(line, config) ?? '' } : readPassword(file);
  if ('error' in from) return { diagnostics: [about(line, 'error', `${from.error}`, from.todo)] };
  const { password, isOpen = false } = from;
  const words = [line.properties['user'] ?? '', password];
  if (!words.every(isPppWord)) return { diagnostics: [about(line, 'error', unfit(line.name), unfitDo)] };
  const open = `Others than its owner can read ${file}, which holds the password of ${line.name}.`;
  return { password, diagnostics: isOpen ? [about(line, 'warning', open, `chmod 600 ${file}`)] : [] };
}

/** By the interfaces of their lines. */
export type PasswordFiles = NonNullable<RunConfig['passwordFiles']>;

const strange = (file: string, name: string): string =>
  `${file}, where the password of ${name} would lie, is not read: the configuration in force does not name it there.`;
const strangeDo =
  'A file of this machine is named on the machine itself: jalur apply, or the file and jalur reload.';

const unfit = (name: string): string => `pppd cannot be told the user or the password of ${name}.`;
const unfitDo = 'It takes up to 255 bytes each, and no byte 0.';

const longestFile = 65_536;

/** Its first line is the password. */
function readPassword(
  file: string,
):
  | { readonly password: string; readonly isOpen?: boolean }
  | { readonly error: string; readonly todo: string } {
  try {
    const found = statSync(file);
    // A pipe or a device would hold up whoever reads it, for ever.
    if (!found.isFile() || found.size > longestFile)
      return {
        error: `${file} is no plain file of at most ${longestFile} bytes.`,
        todo: 'Write the password into the first line of one.',
      };
    const [password = ''] = readFileSync(file, 'utf8').split(/\r?\n/);
    if (password === '')
      return {
        error: `${file} is empty: it holds no password.`,
        todo: 'Write the password into its first line.',
      };
    return { password, isOpen: (found.mode & 0o077) !== 0 };
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    return {
      error: `The password file ${file} cannot be read (${code}).`,
      todo: 'Write the password into it, and chmod 600. The service sees no homes and no /tmp: /etc/jalur is a good place.',
    };
  }
}

const about = (
  { origin }: Interface,
  severity: Diagnostic['severity'],
  what: string,
  todo: string,
): Diagnostic => ({ id: 'gateway/pppoe-password', severity, what, do: todo, span: origin.span });
