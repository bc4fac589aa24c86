import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Phrases that readers stumbled over, each with what to write. */
const phrases: readonly (readonly [found: RegExp, better: string])[] = [
  [/\bcarr(?:y|ies) nothing\b/, 'is dead; the router does not notice'],
  [/\bdoes (?:dst-nat|src-nat|fasttrack-connection|masquerade)\b/, 'what it does: destination NAT to …'],
  [/\bthe very\b/, 'say which one'],
  [/\btaken not to match\b/, 'cannot be evaluated; assumed not to match'],
  [/\bcarries our mark\b/, 'what jalur made'],
  [/\bback its \S+$|\bgive \S+ its \S+ back\b/, 'restore … to …'],
  [/\btorn apart\b/, 'split'],
  [/\bnobody noticed\b/, 'no effect'],
  [/\bNot measured to the end\b/, 'Not completed'],
  [/\bdid not reach this in\b/, 'what is missing, and what to do'],
  [/expected \w+, received \w+/, 'a sentence of our own'],
  [/\b[Ss]tands? beside the\b/, 'in the same folder as'],
  [/\bwhatever ends it\b/, 'however it ends'],
  [/\bbe that gateway\b/, 'turns this machine into that gateway'],
  [/\bone packet's way\b/, 'the path of one packet'],
  [/\bkept statement by statement\b/, 'kept unchanged'],
  [/\bwhat the target cannot say\b/, 'what the target version cannot express'],
  [/\bnothing acts on it\b/, 'a rule with such a matcher never matches'],
  [/\b(?:pacer|mortal|brings? home)\b/, 'a term of the field'],
];

function filesBelow(folder: string, ending: RegExp): string[] {
  return readdirSync(join(root, folder)).flatMap(name => {
    const path = join(folder, name);
    if (statSync(join(root, path)).isDirectory()) return filesBelow(path, ending);
    return ending.test(name) ? [path] : [];
  });
}

/** What users can read of a source: its texts, not its comments. */
const spoken = (path: string, text: string): string =>
  path.endsWith('.ts') ? text.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '') : text;

it('no phrase that readers stumbled over is in a page or in what a command says', () => {
  const pages = ['README.md', ...filesBelow('docs/guide', /\.md$/), 'docs/lab.md', 'docs/paper.md'];
  const examples = filesBelow('examples', /README\.md$/);
  const sources = filesBelow('src', /(?<!\.test)\.ts$/);
  const found = [...pages, ...examples, ...sources].flatMap(path => {
    const text = spoken(path, readFileSync(join(root, path), 'utf8'));
    return phrases.flatMap(([phrase, better]) => {
      const [hit] = phrase.exec(text) ?? [];
      return hit === undefined ? [] : [`${relative('.', path)}: '${hit}' → ${better}`];
    });
  });
  expect(found).toEqual([]);
});
