import type { RouterOsVersion } from '../model/index.ts';
import type { TextEdit } from '../rsc/index.ts';

const exported = /^(#.*\bby RouterOS )(.*?)(?: \(converted by jalur from .*\))?[ \t]*\r?$/m;
const noted = /^# for RouterOS (.*?), converted by jalur(?: from .*)?\r?\n/m;

/** `7.18`, or `7` where no minor is meant. */
export const versionText = ({ dialect, minor }: RouterOsVersion): string =>
  `${dialect.slice(1)}${minor === undefined ? '' : `.${minor}`}`;

/** The version that the text names becomes the target's; a text that names none begins with a line that does. */
export function headerEdit(text: string, from: RouterOsVersion, target: RouterOsVersion): TextEdit {
  const note = noted.exec(text);
  const line = `# for RouterOS ${versionText(target)}, converted by jalur from ${versionText(from)}\n`;
  if (note) return { start: note.index, end: note.index + note[0].length, text: line };
  const header = exported.exec(text);
  // Behind a byte order mark.
  const first = text.startsWith('\ufeff') ? 1 : 0;
  if (!header) return { start: first, end: first, text: line };
  const [whole, begin = '', version = ''] = header;
  const start = header.index + begin.length;
  const end = header.index + whole.replace(/[ \t]*\r?$/, '').length;
  return { start, end, text: `${versionText(target)} (converted by jalur from ${version})` };
}
