import type { ChangeReply } from '../../gateway/index.ts';
import { counted } from '../../text/index.ts';

/** What became of a configuration that was taken, for people. */
export function changeText({ file, changes, refused }: ChangeReply): string {
  const list = (lines: readonly string[]): string => lines.map(line => `  ${line}\n`).join('');
  const done =
    changes.length === 0
      ? `${file} is in force; nothing had to change.\n`
      : `${file} is in force; ${counted(changes.length, 'change')}:\n${list(changes)}`;
  return refused.length === 0
    ? done
    : `${done}The machine refuses, and is asked again each second:\n${list(refused)}`;
}
