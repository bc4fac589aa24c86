import { existsSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { entryPoint, listNamespaces, spawnIn } from '../../sys/index.ts';

/** A process of its own that has a bench, and says where its folder is. */
const program = (bench: string): string => `
import { gatewayBench } from ${JSON.stringify(bench)};
const bench = await gatewayBench();
process.stdout.write(bench.stateDir);
setInterval(() => {}, 1000);
`;

it('the process that has a bench is killed → its namespaces, what ran in them and its folder are gone', async () => {
  const argv = [
    process.execPath,
    '--input-type=module',
    '-e',
    program(entryPoint('gateway/testing/bench.ts')),
  ];
  const child = spawnIn(undefined, argv);
  const own = (): readonly string[] => listNamespaces().filter(name => name.endsWith(`-${child.pid}`));
  const folder = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', part => resolve(String(part)));
    child.once('exit', code => reject(new Error(`it ended with code ${code}`)));
  });
  expect(own().length).toBe(4);
  expect(existsSync(folder)).toBe(true);
  child.removeAllListeners('exit');
  child.kill('SIGKILL');
  await vi.waitFor(() => expect([own(), existsSync(folder)]).toEqual([[], false]), { timeout: 10_000 });
});
