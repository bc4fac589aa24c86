import { existsSync } from 'node:fs';
import { findSettings } from '../../config/index.ts';
import type { LintOptions } from '../../lint/index.ts';
import type { Settings } from '../../settings/index.ts';
import type { Language } from '../../text/index.ts';
import type { LanguageOption } from '../options/language.ts';
import { inAsked } from '../options/language.ts';
import { readText, sayFindings } from '../rsc-file.ts';
import { portsOf } from '../world/reading.ts';
import type { LintReading } from './input.ts';

/** Which settings file is used: one that is named, none (`false`), or the nearest. */
export interface SettingsOption {
  readonly config?: string | false;
}

/** Settings of the files of one call: each settings file is read once. Wrong ones are said, and are undefined then. */
export class SettingsReader {
  readonly #option: SettingsOption['config'];
  readonly #language: Language;
  readonly #read = new Map<string, Settings | undefined>();

  constructor({ config, lang = 'en' }: SettingsOption & Partial<LanguageOption>) {
    this.#option = config;
    this.#language = lang;
  }

  /** `none`: there are no settings; `wrong`: there are, and they cannot be used. */
  async for(file: string): Promise<Settings | 'none' | 'wrong'> {
    if (this.#option === false) return 'none';
    const path = this.#option ?? findSettings(file);
    if (path === undefined) return 'none';
    if (!this.#read.has(path)) this.#read.set(path, await readFrom(path, this.#language));
    return this.#read.get(path) ?? 'wrong';
  }
}

async function readFrom(path: string, language: Language): Promise<Settings | undefined> {
  if (!existsSync(path)) {
    process.stderr.write(
      inAsked({
        en: `jalur: ${path} cannot be read: there is no such file\n`,
        id: `jalur: ${path} tidak dapat dibaca: file itu tidak ada\n`,
      }),
    );
    return undefined;
  }
  const text = readText(path);
  if (!text) return undefined;
  const { readSettings } = await import('../../settings/index.ts');
  const { settings, diagnostics } = readSettings(text.text, path, language);
  if (!settings) sayFindings(text, diagnostics);
  return settings;
}

/** What the user says on the command line goes before what the file says. */
export function readingWith<T extends LintReading>(reading: T, settings: Settings | 'none'): T {
  if (settings === 'none') return reading;
  const [wan, lan] = [settings.wan, settings.lan].map(names => names && portsOf(names.join(',')));
  return {
    ...reading,
    ...(reading.wan === undefined && wan && { wan }),
    ...(reading.lan === undefined && lan && { lan }),
  };
}

/** What settings say of findings. */
export function lintingWith(settings: Settings | 'none'): Pick<LintOptions, 'levels' | 'own'> {
  if (settings === 'none') return {};
  const { levels, assertions, lines } = settings;
  return { levels, own: { assertions, lines } };
}
