import { type Part, parse, type Script, type Statement, type Word } from '../syntax/index.ts';

/**
 * Comments of the static routes whose gateway a DHCP lease script keeps at the lease's gateway: the idiom
 * `/ip route set [find comment="X"] gateway=$"gateway-address"`, bare or inside `:if ($bound=1) do={ … }`
 * (docs/routeros.md#lease-scripts). Everything else in a script stays opaque.
 */
export function leaseRouteComments(script: string): string[] {
  const comments: string[] = [];
  addFromScript(parse(script, 'script').script, script, comments);
  return [...new Set(comments)];
}

function addFromScript({ parts }: Script, text: string, comments: string[]): void {
  let inRoutes = false;
  for (const part of parts) {
    inRoutes = isRouteMenu(part) || (inRoutes && !isOtherMenu(part));
    addFromPart(part, inRoutes, text, comments);
  }
}

function addFromPart(part: Part, inRoutes: boolean, text: string, comments: string[]): void {
  const block = part.kind === 'block-statement' ? part.script : boundBlock(part, text);
  if (block) addFromScript(block, text, comments);
  const comment = routeComment(part, inRoutes);
  if (comment !== undefined) comments.push(comment);
}

/** The block of `:if ($bound=1) do={ … }`. */
function boundBlock(part: Part, text: string): Script | undefined {
  const [keyword, test, body] = part.kind === 'statement' ? part.words : [];
  if (keyword?.kind !== 'text' || !/^:?if$/.test(keyword.text) || test?.kind !== 'expression')
    return undefined;
  if (!/^\(\s*\$"?bound"?\s*=\s*"?1"?\s*\)$/.test(text.slice(test.start, test.end))) return undefined;
  const isBody = body?.kind === 'argument' && body.name === 'do' && body.value.kind === 'block';
  return isBody && body.value.kind === 'block' ? body.value.script : undefined;
}

function pathOf({ words }: Statement): string {
  const bare: string[] = [];
  for (const word of words) {
    if (word.kind !== 'text') break;
    bare.push(word.text);
  }
  return bare.join(' ').replaceAll('/', ' ').trim().replaceAll(/\s+/g, ' ');
}

function isRouteMenu(part: Part): boolean {
  return part.kind === 'statement' && pathOf(part) === 'ip route';
}

function isOtherMenu(part: Part): boolean {
  return (
    part.kind === 'statement' && part.words.every(word => word.kind === 'text') && pathOf(part) !== 'ip route'
  );
}

function routeComment(statement: Part, inRoutes: boolean): string | undefined {
  if (statement.kind !== 'statement') return undefined;
  const path = pathOf(statement);
  if (path !== 'ip route set' && !(inRoutes && path === 'set')) return undefined;
  const find = statement.words.map(foundComment).find(comment => comment !== undefined);
  return statement.words.some(followsLease) ? find : undefined;
}

function followsLease(word: Word): boolean {
  if (word.kind !== 'argument' || word.name !== 'gateway') return false;
  const { value } = word;
  const parts =
    value.kind === 'mixed' ? value.parts.filter(part => part.kind !== 'text' || part.text !== '') : [value];
  const [only] = parts;
  return parts.length === 1 && only?.kind === 'variable' && only.name === 'gateway-address';
}

/** `[find comment="X"]`, also `[find where comment=X]` and `[/ip route find comment=X]`. */
function foundComment(word: Word): string | undefined {
  if (word.kind !== 'command') return undefined;
  const [part, ...more] = word.script.parts;
  if (part?.kind !== 'statement' || more.length > 0) return undefined;
  const last = part.words.at(-1);
  if (last?.kind !== 'argument' || last.name !== 'comment' || last.operator !== '=') return undefined;
  if (last.value.kind !== 'text') return undefined;
  return /^(?:ip route )?find(?: where)?$/.test(pathOf(part)) ? last.value.text : undefined;
}
