import { differences, type Fact } from '../src/model/index.ts';

// docs/what-differs.md from the record in src/model/semantics.ts. test/what-differs.test.ts holds the two together and
// rewrites the page with UPDATE_GOLDENS=1.

const head = `# What differs between RouterOS 6, 7 and Linux

Generated from \`src/model/semantics.ts\`; do not edit (\`UPDATE_GOLDENS=1 npx vitest run test/what-differs.test.ts\`).

Everything in jalur that depends on the version of a text, or on whether RouterOS or our Linux program runs it, asks this
record. A property or menu that only one version has stands in [rsc-subset.md](rsc-subset.md).

Confidence: **sure** (source code, MikroTik's manual, or measured), **second-hand** (printed by others, from forums),
**inferred** (follows from what is sure, stands nowhere).
`;

const topics: Readonly<Record<keyof typeof differences, string>> = {
  packets: 'Packets',
  routes: 'Routes',
  connections: 'Connections when lines die and return',
  text: 'Text',
};

/** The page as Markdown. */
export function whatDiffers(): string {
  const sections = Object.entries(differences).map(([topic, facts]) =>
    section(topics[topic as keyof typeof differences], Object.values(facts) as readonly Fact<unknown>[]),
  );
  return `${head}\n${sections.join('\n')}`;
}

function section(title: string, facts: readonly Fact<unknown>[]): string {
  const rows = facts.map(fact =>
    row([fact.title, fact.say(fact.v6), sayV7(fact), sayLinux(fact), fact.confidence, linked(fact.source)]),
  );
  return [
    `## ${title}`,
    '',
    row(['', 'RouterOS 6', 'RouterOS 7', 'our Linux program', 'confidence', 'source']),
    '|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

const row = (cells: readonly string[]): string =>
  `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;

function sayV7({ v7, v7Before = [], say }: Fact<unknown>): string {
  const older = v7Before.map(({ minor, value }) => `before 7.${minor}: ${say(value)}`);
  const last = v7Before.at(-1);
  return [...older, last ? `from 7.${last.minor} on: ${say(v7)}` : say(v7)].join('; ');
}

const sayLinux = ({ linux, say }: Fact<unknown>): string =>
  linux === undefined ? 'as the version of the text' : say(linux);

/** Citations of pages beside this one become links. */
const linked = (source: string): string =>
  source.replace(/docs\/([a-z-]+\.md)#([a-z0-9-]+)/g, '[$1#$2]($1#$2)');
