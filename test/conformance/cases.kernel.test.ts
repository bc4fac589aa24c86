import { describe } from 'vitest';
import { cases } from './cases/index.ts';
import { KernelSubject } from './subject-kernel.ts';
import { runSuite } from './suite.ts';

runSuite(() => new KernelSubject(), cases);

describe('connections carry their line', () => {
  runSuite(() => new KernelSubject({ lines: true }), cases);
});
