import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What the files that take longest take on two quiet cores, in seconds; the ends of their paths. */
const seconds: Readonly<Record<string, number>> = {
  'install/clone.test.ts': 45,
  'hostile/every-command.test.ts': 36,
  'install/deb.test.ts': 25,
  'hostile/pipes.test.ts': 22,
  'hostile/texts.test.ts': 21,
  'rsc/robust.test.ts': 19,
  'intent/commands.test.ts': 19,
  'intent/round-trip.test.ts': 18,
  // kernel
  'lab/shares.kernel.test.ts': 80,
  'soak.kernel.test.ts': 77,
  'cli/lab/lab.kernel.test.ts': 72,
  'gateway/notify.kernel.test.ts': 68,
  'install/deb.kernel.test.ts': 50,
  'conformance/random.kernel.test.ts': 44,
  'gateway/main.kernel.test.ts': 40,
  'conformance/cases.kernel.test.ts': 35,
  'lab/text.kernel.test.ts': 34,
  'server/lan.kernel.test.ts': 30,
  'lab/incident.kernel.test.ts': 30,
  'gateway/past.kernel.test.ts': 28,
  'experiments/experiments.kernel.test.ts': 25,
  'gateway/leases.kernel.test.ts': 23,
  'lab/broken-networks.kernel.test.ts': 20,
  'gateway/lifecycle.kernel.test.ts': 19,
  // browser
  'browser/looks.browser.test.ts': 74,
  'browser/playground.browser.test.ts': 58,
  'live/gateway.browser.test.ts': 46,
  'browser/asking.browser.test.ts': 13,
  'browser/tables.browser.test.ts': 13,
  'live/lab.browser.test.ts': 12,
  'browser/keys.browser.test.ts': 9,
  'browser/live.browser.test.ts': 9,
};

const secondsOf = ({ moduleId }: TestSpecification): number =>
  Object.entries(seconds).find(([end]) => moduleId.endsWith(`/${end}`))?.[1] ?? 5;

/** The order of vitest (by size, or by what earlier runs took), with the longest ones first: begun last they would run alone. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    sorted.sort((one, other) => secondsOf(other) - secondsOf(one));
    const of = (name: string): TestSpecification[] => sorted.filter(({ project }) => project.name === name);
    const [waiting, working] = [of('kernel'), of('browser')];
    const others = sorted.filter(file => ![...waiting, ...working].includes(file));
    return [...others, ...beside(waiting, working)];
  }
}

/** Workers that these share (vitest.config.ts). */
const workers = 4;

/** Files that mostly wait, and always one beside them that works. */
function beside(waiting: TestSpecification[], working: TestSpecification[]): TestSpecification[] {
  const freeAt: number[] = Array.from({ length: workers }, () => 0);
  const order: TestSpecification[] = [];
  let workedUntil = 0;
  for (;;) {
    const now = Math.min(...freeAt);
    const isFree = workedUntil <= now || waiting.length === 0;
    const worker = isFree ? working.shift() : undefined;
    const next = worker ?? waiting.shift();
    if (!next) return order;
    order.push(next);
    const end = now + secondsOf(next);
    freeAt[freeAt.indexOf(now)] = end;
    if (worker) workedUntil = end;
  }
}
