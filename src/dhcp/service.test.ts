import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startService } from './index.ts';

/** Resolves with what the hooks said, once `enough` of it is there. */
function reports(argv: readonly string[], enough: number): Promise<readonly string[]> {
  const said: string[] = [];
  return new Promise(resolve => {
    const say = (what: string): void => {
      said.push(what);
      if (said.length === enough) void service.stop().then(() => resolve(said));
    };
    const service = startService(
      { name: 'test', argv },
      {
        steadyMs: 50,
        onExit: (name, why) => say(`${name} died: ${why}`),
        onSteady: name => say(`${name} steady`),
        onStopped: name => said.push(`${name} stopped`),
      },
    );
  });
}

it('service: it ends by itself → its last words are reported, and it is started again', async () => {
  expect(await reports(['sh', '-c', 'echo no such interface >&2; exit 1'], 2)).toEqual([
    'test died: no such interface',
    'test died: no such interface',
    'test stopped',
  ]);
});

it('service: it runs for a while after it died → steady', async () => {
  const once = `test -e "$0" && exec sleep 60; : > "$0"; echo gone >&2; exit 1`;
  const folder = mkdtempSync(join(tmpdir(), 'service-'));
  expect(await reports(['sh', '-c', once, join(folder, 'mark')], 2)).toEqual([
    'test died: gone',
    'test steady',
    'test stopped',
  ]);
  rmSync(folder, { recursive: true });
});
