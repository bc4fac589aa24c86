import { expect, it } from 'vitest';
import { packagePath, runAsync } from '../src/sys/index.ts';

// The short version of `npm run soak` (docs/failover-bench.md#soak): it starts the gateway that was built.
it('soak: random faults, restarts and deletions under traffic → nothing lost, left or leaked', async () => {
  const argv = [process.execPath, packagePath('bench/soak/main.mjs'), '--minutes', '1.2', '--seed', '7'];
  const { code, stdout, stderr } = await runAsync(argv, { allowFailure: true, timeoutMs: 240_000 });
  expect(code, `${stdout}\n${stderr}`).toBe(0);
}, 250_000);
