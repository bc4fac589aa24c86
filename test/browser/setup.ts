import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { executablePath, launchArguments, noBrowser } from './browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the one Chromium listens that all files share. */
    chromium: string;
  }
}

/** The pages that the browser opens are those of this source, and one Chromium opens them all. */
export default async function setup({ provide }: TestProject): Promise<(() => Promise<void>) | undefined> {
  await Promise.all([built(), built('-c', 'vite.playground.config.ts')]);
  if (noBrowser) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'jalur-chromium-'));
  const options = { executablePath: givingWay(folder), args: launchArguments };
  const server = await chromium.launchServer(options);
  provide('chromium', server.wsEndpoint());
  return async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  };
}

/** The same browser, behind everything else on the machine: a page can wait, and tests of the kernel beside it have packets to answer. */
function givingWay(folder: string): string {
  const file = join(folder, 'chromium');
  writeFileSync(file, `#!/bin/sh\nexec nice -n 10 ${executablePath} "$@"\n`, { mode: 0o755 });
  return file;
}

async function built(...more: string[]): Promise<void> {
  const cwd = fileURLToPath(new URL('../..', import.meta.url));
  // As they are delivered: Vitest says that this is a test, and React would be the one for developers.
  const env = { ...process.env, NODE_ENV: 'production' };
  const args = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn', ...more];
  const [status] = await once(spawn(process.execPath, args, { cwd, env, stdio: 'inherit' }), 'exit');
  if (status !== 0) throw new Error(`vite build ${more.join(' ')} ended with ${status}`);
}
