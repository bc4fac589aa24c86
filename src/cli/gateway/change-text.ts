import type { ChangeReply } from '../../gateway/index.ts';
import { counted } from '../../text/index.ts';

/** What became of a configuration that was taken, for people. */
export function changeText({ file, changes, refused }: ChangeReply): string {
  const list = (lines: readonly string[]): string => lines.map(line => `  ${line}\n`).join('');
  const done = changes.length === 0 ? '' : `; ${counted(changes.length, 'change')}:\n${list(changes)}`;
  if (refused.length === 0) return `${file} is in force${done || '; nothing had to change.\n'}`;
  return `${file} is taken, but not all of it is in force${done || '.\n'}The machine refuses, and is asked again each second:\n${list(refused)}`;
}
