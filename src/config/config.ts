import { type Config, type ConfigOptions, nothing, readTexts } from '../reading/index.ts';
import type { NamedText } from '../rsc/index.ts';
import { configFiles } from './config-file.ts';
import { readTextFile } from './text-file.ts';
import { unreadable } from './trouble.ts';

/**
 * Reads a configuration: a file, a folder of them, or several one after the other as one. Never throws: an unreadable
 * file is a diagnostic too.
 */
export function readConfig(path: string | readonly string[], options: ConfigOptions = {}): Config {
  const texts: NamedText[] = [];
  for (const one of typeof path === 'string' ? [path] : path) {
    try {
      texts.push(...configFiles(one).map(file => readTextFile(file)));
    } catch (error) {
      return { ...nothing, file: one, diagnostics: [unreadable(one, error, options.language)] };
    }
  }
  return readTexts(texts, options);
}
