import type { Range, Script } from '../syntax/index.ts';

/** What stands between each two fences of a page (Markdown), where there is a statement; none in any other text. */
export function fencesOf({ parts }: Script): Range[] {
  // Text without a fence is one run of statements.
  if (!parts.some(part => part.kind === 'noise' && part.what === 'fence')) return [];
  const found: Range[] = [];
  let isNew = true;
  for (const part of parts) {
    if (part.kind === 'noise' && part.what === 'fence') isNew = true;
    if (part.kind !== 'statement' && part.kind !== 'block-statement') continue;
    const last = found.at(-1);
    if (isNew || !last) found.push({ start: part.start, end: part.end });
    else found[found.length - 1] = { start: last.start, end: part.end };
    isNew = false;
  }
  return found;
}
