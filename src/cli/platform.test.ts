import { describe, expect, it, vi } from 'vitest';
import { commands } from './commands.ts';
import { exitCode } from './exit-code.ts';
import { main } from './main.ts';
import { whyNotHere } from './platform.ts';

const entryOf = (name: string) => commands.find(one => one.name === name);
const onWindows = (...words: readonly string[]) => whyNotHere(entryOf(words[0] ?? ''), words, 'win32');

describe('commands that need Linux', () => {
  it.each(['run', 'undo', 'start', 'status', 'events', 'wan', 'reload', 'apply', 'confirm', 'lab'])(
    '%s: on Windows and macOS → one sentence that says so, and what works there',
    name => {
      for (const platform of ['win32', 'darwin'] as const) {
        const said = whyNotHere(entryOf(name), [name, 'x'], platform);
        expect(said).toContain(
          `'jalur ${name}' needs Linux, whose network it works with; this is ${platform}.`,
        );
        expect(said).toMatch(/works here: .*lint, .*\n$/);
      }
      expect(whyNotHere(entryOf(name), [name, 'x'], 'linux')).toBeUndefined();
    },
  );

  it.each(['lint', 'explain', 'prove', 'spread', 'diff', 'convert', 'routes', 'parse', 'fmt', 'lsp', 'plan'])(
    '%s: on Windows → works',
    name => expect(onWindows(name, 'office.rsc')).toBeUndefined(),
  );

  it('help and lab topology → everywhere', () => {
    expect(onWindows('run', '--help')).toBeUndefined();
    expect(onWindows('lab', 'topology', 'office')).toBeUndefined();
  });

  it('jalur run on Windows → exit code 2, nothing loaded or changed', async () => {
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    try {
      expect(await main(['node', 'jalur', 'run', 'office.rsc'], 'win32')).toBe(exitCode.noAnswer);
      expect(written).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("'jalur run' needs Linux"));
    } finally {
      written.mockRestore();
    }
  });
});
