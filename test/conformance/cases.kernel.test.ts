import { cases } from './cases/index.ts';
import { KernelSubject } from './subject-kernel.ts';
import { runSuite } from './suite.ts';

runSuite(() => new KernelSubject(), cases);
