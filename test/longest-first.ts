import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that take longest, whatever their size, the longest first: begun last they would run alone, while other workers
 * have nothing to do. The ends of their paths.
 */
const longest = [
  // pure
  'install/deb.test.ts',
  'install/clone.test.ts',
  'hostile/every-command.test.ts',
  'hostile/pipes.test.ts',
  'hostile/texts.test.ts',
  'docs.test.ts',
  'rsc/robust.test.ts',
  'intent/commands.test.ts',
  'intent/round-trip.test.ts',
  // kernel
  'lab/shares.kernel.test.ts',
  'soak.kernel.test.ts',
  'install/deb.kernel.test.ts',
  'cli/lab/lab.kernel.test.ts',
  'gateway/notify.kernel.test.ts',
  'conformance/random.kernel.test.ts',
  'gateway/main.kernel.test.ts',
  'conformance/cases.kernel.test.ts',
  'lab/text.kernel.test.ts',
  'lab/incident.kernel.test.ts',
  'server/lan.kernel.test.ts',
  'gateway/past.kernel.test.ts',
  'experiments/experiments.kernel.test.ts',
  'gateway/leases.kernel.test.ts',
  'lab/broken-networks.kernel.test.ts',
  'gateway/lifecycle.kernel.test.ts',
  // browser
  'live/gateway.browser.test.ts',
  'browser/looks.browser.test.ts',
  'browser/playground.browser.test.ts',
];

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = longest.findIndex(end => moduleId.endsWith(`/${end}`));
  return place < 0 ? longest.length : place;
};

/** The order of vitest (by size, or by what earlier runs took), with the longest ones first. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((one, other) => placeOf(one) - placeOf(other));
  }
}
