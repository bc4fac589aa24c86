import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { allSockets, keptFolder, ownSocket } from './folder.ts';
import { followKept } from './follow.ts';

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'jalur-kept-'));
  vi.stubEnv('XDG_RUNTIME_DIR', place);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(place, { recursive: true });
});

it('the socket of a lab → in a folder of this user alone, where it is found', () => {
  const socket = ownSocket();
  writeFileSync(socket, '');
  expect(statSync(keptFolder()).mode & 0o777).toBe(0o700);
  expect(allSockets()).toEqual([socket]);
});

it.each([
  ['others may write into it', () => mkdirSync(keptFolder()), () => chmodSync(keptFolder(), 0o777)],
  [
    'it leads elsewhere',
    () => mkdirSync(join(place, 'elsewhere'), { mode: 0o700 }),
    () => symlinkSync('elsewhere', keptFolder()),
  ],
])('the folder is there, and %s → refused, and nobody is asked there', (_, make, spoil) => {
  make();
  spoil();
  writeFileSync(join(keptFolder(), '1.sock'), '');
  expect(ownSocket).toThrow('is not a folder of this user alone');
  expect(allSockets()).toEqual([]);
});

it('a lab is killed amid what it says → what is left of that is not heard, and it is asked again', async () => {
  const path = ownSocket();
  const now = { faults: [], traffic: true };
  const server = createServer(socket =>
    socket.resume().end(`${JSON.stringify(now)}\n{"faults":[{"fa`),
  ).listen(path);
  const heard = await new Promise<unknown[]>(resolve => {
    const all: unknown[] = [];
    const end = followKept(path, one => all.push(one));
    server.on('connection', socket =>
      socket.once('close', () => {
        setTimeout(() => {
          end();
          resolve(all);
        }, 50);
      }),
    );
  });
  server.close();
  expect(heard).toEqual([now]);
});
