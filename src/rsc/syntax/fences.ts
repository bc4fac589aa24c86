import { lineEnd } from './characters.ts';
import { type Cursor, report } from './cursor.ts';
import type { Said } from './said.ts';
import type { Part } from './tree.ts';

/** A line that only RouterOS text has: a path, a command of a menu, scripting, a prompt. */
const routerOsLine =
  /^[ \t>]*(?:\[[^\]\n@]*@[^\]\n]*\]|\/(?:ip|ipv6|interface|routing|queue|system|tool|ppp|user|file|import|export|log|certificate|radius|snmp|mpls|caps-man|container|ping)\b|(?:add|set|remove|enable|disable|move|unset)[ \t]|:[a-z]|(?:ip|ipv6|interface|routing|queue|system|tool|ppp)[ \t]+[a-z-]+)/m;

/** The same without what iproute2 and a shell have too: `ip route add`, `set -e`, `export A=b`. */
const routerOsInShell =
  /^[ \t>]*(?:\[[^\]\n@]*@[^\]\n]*\]|\/(?:ip|ipv6|interface|routing|queue|system|tool|ppp|user|certificate|radius|snmp|mpls|caps-man|container)(?:[\s/]|$)|(?:add|set)[ \t][^\n]*[a-z-]+=|:(?:local|global|put|if|for|foreach|while|do|set|log)\b)/m;

/** It begins with a menu of RouterOS: no other language has that. */
const routerOsPath =
  /^\s*\/(?:ip|ipv6|interface|routing|queue|system|tool|ppp|user|certificate|radius|snmp|mpls)[ /][a-z][\w /-]*/;

/** Languages that people call RouterOS's text by; as a shell's it is called too, so there it is looked at. */
const routerOsNames =
  /^(?:|routeros|ros|rsc|mikrotik|rsc-script|te?xt|plain(?:text)?|code|none|output|log|conf(?:ig)?)$/;
const shells =
  /^(?:bash|sh|shell|zsh|console|terminal|shell-session|cmd|cli|powershell|ruby|perl|lua|tcl|properties|ini)$/;

const fenceLine = /^[ \t>]*```/m;

/** Is it a page (Markdown)? A line has to begin with a fence: three backquotes in a comment or a string are none. */
export const hasFences = (text: string): boolean => text.includes('```') && fenceLine.test(text);

/** Does the first fence only end what was copied, so that all before it, from its first statement on, stood in it? */
function beginsInside(text: string): boolean {
  const [before = '', ...more] = text.split(/^[ \t>]*```/m);
  const first = before.split('\n').find(line => line.trim() !== '' && !line.trimStart().startsWith('#'));
  return more.length % 2 === 1 && first !== undefined && routerOsLine.test(first);
}

/** Markdown: only what stands between fences is RouterOS, and of those only what looks like it. */
export function readFenced(cursor: Cursor, readScript: Cursor['script']): Part[] {
  const { text } = cursor;
  const parts: Part[] = [];
  const skipped: Part[] = [];
  let inside = beginsInside(text);
  let language = '';
  for (let at = 0; at < text.length; ) {
    const end = lineEnd(text, at);
    const isFence = fenceLine.test(text.slice(at, end));
    if (isFence) inside = !inside;
    if (isFence) language = (/```[ \t]*([\w-]*)/.exec(text.slice(at, end))?.[1] ?? '').toLowerCase();
    if (inside && !isFence) {
      const stop = nextFence(text, at);
      const other = otherLanguage(text, at, stop, language);
      if (other) skipped.push(other);
      for (const part of other ? [other] : readSlice(cursor, at, stop, readScript)) parts.push(part);
      at = stop;
      continue;
    }
    if (text.slice(at, end).trim() !== '')
      parts.push({ kind: 'noise', start: at, end, what: isFence ? 'fence' : 'prose' });
    at = end + 1;
  }
  saySkipped(cursor, skipped);
  return parts;
}

function nextFence(text: string, at: number): number {
  const fence = /^[ \t>]*```/gm;
  fence.lastIndex = at;
  return fence.exec(text)?.index ?? text.length;
}

/** What a fence holds, where nothing in it is RouterOS: a tree of files, a command of Linux, an address. */
function otherLanguage(text: string, start: number, end: number, language: string): Part | undefined {
  const inside = text.slice(start, end);
  const isShell = shells.test(language);
  // For the colours of its words, text is called by languages that it is not.
  const line = routerOsNames.test(language) ? routerOsLine : isShell ? routerOsInShell : routerOsPath;
  return inside.trim() === '' || line.test(inside)
    ? undefined
    : { kind: 'noise', start, end, what: 'other-language' };
}

function saySkipped(cursor: Cursor, [first, ...others]: readonly Part[]): void {
  if (!first) return;
  const what: Said =
    others.length === 0
      ? {
          en: 'This fence holds no RouterOS text; it is skipped.',
          id: 'Blok kode ini tidak berisi teks RouterOS; dilewati.',
        }
      : {
          en: `This fence and ${others.length} more hold no RouterOS text; they are skipped.`,
          id: `Blok kode ini dan ${others.length} lainnya tidak berisi teks RouterOS; dilewati.`,
        };
  report(cursor, { id: 'rsc/skipped-fence', severity: 'info', what, range: first });
}

/** Parses text[at, stop) as if it ended there, with the offsets of the whole. */
function readSlice(cursor: Cursor, at: number, stop: number, readScript: Cursor['script']): readonly Part[] {
  const inner: Cursor = { ...cursor, text: cursor.text.slice(0, stop), at, open: [], scripting: 0 };
  return readScript(inner, 0).parts;
}
