import type { Judging } from '../define.ts';
import type { MethodsExpectation } from '../expect.ts';
import { someConnection } from '../requirement.ts';
import type { Requirement } from '../result.ts';
import type { MethodRun } from './data.ts';
import type { MethodsWords } from './say.ts';

/** Connections succeed with every method that could be measured. */
export function methodsRequirements({
  pieces,
  say,
}: Judging<MethodsExpectation, MethodRun, MethodsWords>): readonly Requirement[] {
  return pieces
    .map(({ data }) => data)
    .filter(({ inapplicable }) => inapplicable === '')
    .map(({ viaIsp, tried, method }) => {
      const made = Object.values(viaIsp).reduce((sum, count) => sum + count, 0);
      const one = someConnection(say, made, tried);
      return { ...one, what: `${method}: ${one.what}` };
    });
}
