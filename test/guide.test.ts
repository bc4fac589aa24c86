import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

// JALUR_UPDATE=1 writes what the commands print now into the pages; read the difference.
const update = process.env['JALUR_UPDATE'] === '1';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'docs/guide');
const pages = readdirSync(folder).filter(name => name.endsWith('.md'));
const block = /```console\n([\s\S]*?)```/g;

interface Session {
  readonly command: string;
  /** What is shown of its output; a last line `…` stands for the rest. */
  readonly shown: readonly string[];
}

/** The commands of a console block, each with the output below it. */
function sessionsOf(text: string): readonly Session[] {
  return text
    .split(/^\$ /m)
    .filter(part => part.trim() !== '')
    .map(part => {
      const [command = '', ...shown] = part.trimEnd().split('\n');
      return { command, shown };
    });
}

/** Runs one line, pipes and all, as a reader would; only our own pages hold such lines. */
function outputOf(command: string): readonly string[] {
  const { stdout } = spawnSync('bash', ['-c', command], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${join(root, 'bin')}:${process.env['PATH']}`, COLUMNS: '100' },
  });
  return stdout.trimEnd().split('\n');
}

const isCut = ({ shown }: Session): boolean => shown.at(-1) === '…';

/** What the page should show. */
function expected(session: Session): readonly string[] {
  const output = outputOf(session.command);
  return isCut(session) ? [...output.slice(0, session.shown.length - 1), '…'] : output;
}

function updated(page: string): string {
  return page.replaceAll(block, (_, text: string) => {
    const sessions = sessionsOf(text).map(one => [`$ ${one.command}`, ...expected(one)].join('\n'));
    return `\`\`\`console\n${sessions.join('\n')}\n\`\`\``;
  });
}

const sessions = pages.flatMap(page =>
  [...readFileSync(join(folder, page), 'utf8').matchAll(block)].flatMap(([, text = '']) =>
    sessionsOf(text).map(session => ({ page, ...session })),
  ),
);

describe.runIf(update)('the guide, written anew (only with JALUR_UPDATE=1)', () => {
  it.each(pages)('%s', page => {
    const path = join(folder, page);
    writeFileSync(path, updated(readFileSync(path, 'utf8')));
  });
});

describe.skipIf(update)('the guide (not while it is written anew)', () => {
  it('shows what commands print', () => {
    expect(sessions.length).toBeGreaterThan(10);
  });

  it.each(sessions)('$page: $command', session => {
    expect(session.shown).toEqual(expected(session));
  });
});
