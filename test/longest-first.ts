import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, whatever their size: begun last they would run alone, while other workers have nothing to do. */
const longest = [
  'test/lab/shares.kernel.test.ts',
  'src/gateway/notify.kernel.test.ts',
  'test/install/deb.kernel.test.ts',
  'src/gateway/pppoe.kernel.test.ts',
  'test/hostile/every-command.test.ts',
  'test/install/deb.test.ts',
  'src/cli/lab/lab.kernel.test.ts',
  'test/soak.kernel.test.ts',
  'test/conformance/random.kernel.test.ts',
  'test/conformance/cases.kernel.test.ts',
  'src/gateway/main.kernel.test.ts',
  'test/lab/broken-networks.kernel.test.ts',
  'test/lab/text.kernel.test.ts',
];

/** The order of vitest (by size, or by what earlier runs took), with the longest ones first. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): boolean =>
      longest.some(name => moduleId.endsWith(name));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter(file => !isLong(file))];
  }
}
