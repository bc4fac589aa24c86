import { expect, it, vi } from 'vitest';
import { createNamespace, deleteNamespace, entryPoint, listNamespaces, spawnIn } from '../index.ts';

/** A process of its own that makes namespaces as tests do, and one whose number is longer. */
const program = `
import { guardNamespaces } from ${JSON.stringify(entryPoint('sys/testing/guard-namespaces.ts'))};
import { createNamespace } from ${JSON.stringify(entryPoint('sys/index.ts'))};
guardNamespaces();
for (const name of ['guarded' + process.pid + '-r', 'guarded-' + process.pid, 'guarded-' + process.pid + '0']) createNamespace(name);
process.stdout.write('made');
setInterval(() => {}, 1000);
`;

it('a process of tests is killed → its namespaces are gone, those of others stay', async () => {
  const child = spawnIn(undefined, [process.execPath, '--input-type=module', '-e', program]);
  const pid = `${child.pid}`;
  const before = createNamespace(`guarded-before-${process.pid}`);
  try {
    await new Promise<void>((resolve, reject) => {
      child.stdout?.once('data', () => resolve());
      child.once('exit', code => reject(new Error(`it ended with code ${code}`)));
    });
    const own = (): readonly string[] => listNamespaces().filter(name => name.startsWith('guarded'));
    expect(own()).toContain(`guarded${pid}-r`);
    child.removeAllListeners('exit');
    child.kill('SIGKILL');
    const left = [before.name, `guarded-${pid}0`].toSorted();
    await vi.waitFor(() => expect(own().toSorted()).toEqual(left), { timeout: 10_000 });
  } finally {
    before.close();
    deleteNamespace(before.name);
    if (listNamespaces().includes(`guarded-${pid}0`)) deleteNamespace(`guarded-${pid}0`);
  }
});
