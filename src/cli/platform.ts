import { type CommandEntry, commands } from './commands.ts';
import { inAsked } from './options/language.ts';

const isHelp = (words: readonly string[]): boolean =>
  words.some(word => word === 'help' || word === '--help' || word === '-h');

/** Why a command does nothing on a system, in one sentence, and what does work there; undefined where it works. */
export function whyNotHere(
  entry: CommandEntry | undefined,
  words: readonly string[],
  platform: NodeJS.Platform,
): string | undefined {
  if (platform === 'linux' || isHelp(words) || entry?.needsLinux?.(words) !== true) return undefined;
  const others = commands.filter(one => one.needsLinux === undefined).map(({ name }) => name);
  return inAsked({
    en: `jalur: 'jalur ${entry.name}' needs Linux, whose network it works with; this is ${platform}.\n       What works here: ${others.join(', ')}.\n`,
    id: `jalur: 'jalur ${entry.name}' membutuhkan Linux, karena bekerja dengan jaringannya; ini ${platform}.\n       Yang bisa di sini: ${others.join(', ')}.\n`,
  });
}
