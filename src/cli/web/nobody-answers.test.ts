import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { nobodyAnswers } from './nobody-answers.ts';

const folder = mkdtempSync(join(tmpdir(), 'jalur-nobody-'));
const socket = join(folder, 'control.sock');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('no gateway runs → said, and how to start one', async () => {
  const [what, next] = (await nobodyAnswers(socket)) ?? [];
  expect(what).toBe(`no gateway answers at ${socket}, so the pages show nothing yet.`);
  expect(next).toMatch(/sudo jalur run FILE/);
});

it('one answers → nothing is said', async () => {
  const server = createServer().listen(socket);
  await once(server, 'listening');
  try {
    expect(await nobodyAnswers(socket)).toBeUndefined();
  } finally {
    server.close();
  }
});
