import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { packagePath } from '../src/files/index.ts';

const script = `
  const chunks = require('./bin/chunks.cjs');
  const found = [];
  chunks.listeners.push((file, { cachedDataRejected }) => found.push([file, cachedDataRejected]));
  const { main } = chunks.load(chunks.bundle + '/cli/main.cjs');
  main([process.execPath, 'bin/jalur', 'lint', 'examples/paper-fixed']).then(() => {
    const refused = found.filter(([, isRejected]) => isRejected !== false);
    process.stderr.write(JSON.stringify({ chunks: found.length, refused }));
  });
`;

it('the program starts with the code that V8 kept of it when it was built', () => {
  const { stderr } = spawnSync(process.execPath, ['-e', script], { cwd: packagePath('.'), encoding: 'utf8' });
  const { chunks, refused } = JSON.parse(stderr);
  expect(chunks).toBeGreaterThan(10);
  expect(refused).toEqual([]);
});
