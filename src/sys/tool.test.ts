import { expect, it } from 'vitest';
import { requireTools } from './tool.ts';

it('requireTools: all there → nothing; some missing → all of them, with the packages that bring them', () => {
  requireTools(['sh', 'ls']);
  expect(() => requireTools(['sh', 'no-such-tool'])).toThrow('no-such-tool is not installed.');
  const missing = caught(() => requireTools(['no-such-tool', 'neither-this', 'no-such-tool']));
  expect(missing).toMatchObject({
    code: 'MISSING_TOOL',
    message: 'no-such-tool, neither-this are not installed.',
    next: 'Install them: apt-get install no-such-tool neither-this',
  });
});

function caught(action: () => void): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  return undefined;
}
