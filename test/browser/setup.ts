import { spawn } from 'node:child_process';
import { once } from 'node:events';
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
  const server = await chromium.launchServer({ executablePath, args: launchArguments });
  provide('chromium', server.wsEndpoint());
  return () => server.close();
}

async function built(...more: string[]): Promise<void> {
  const cwd = fileURLToPath(new URL('../..', import.meta.url));
  // As they are delivered: Vitest says that this is a test, and React would be the one for developers.
  const env = { ...process.env, NODE_ENV: 'production' };
  const args = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn', ...more];
  const [status] = await once(spawn(process.execPath, args, { cwd, env, stdio: 'inherit' }), 'exit');
  if (status !== 0) throw new Error(`vite build ${more.join(' ')} ended with ${status}`);
}
