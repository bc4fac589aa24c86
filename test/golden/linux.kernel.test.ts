import { describe, expect, it } from 'vitest';
import { type Namespace, privateNamespace, run } from '../../src/sys/index.ts';
import { compileCase, goldenCases } from './linux.ts';

/** Runs `action` in a namespace with nine interfaces that is gone afterwards. */
function inFreshNamespace(action: (ns: Namespace) => void): void {
  const ns = privateNamespace('golden');
  try {
    const cables = Array.from(
      { length: 9 },
      (_, i) => `link add ether${i + 1} type veth peer name far${i + 1}`,
    );
    run(['ip', '-batch', '-'], { ns, input: cables.join('\n') });
    action(ns);
  } finally {
    ns.close();
  }
}

describe('golden plans in a kernel', () => {
  it.each(goldenCases())('$name: its table loads and lists, its queues are accepted', one => {
    const { program } = compileCase(one);
    inFreshNamespace(ns => {
      run(['nft', '-f', '-'], { ns, input: program.nft.text });
      const listed = run(['nft', 'list', 'table', 'inet', program.nft.table], { ns }).stdout;
      expect(listed.match(/^\tchain /gm)).toHaveLength(program.nft.text.match(/^ {2}chain /gm)?.length ?? 0);
      for (const { name, kind } of program.devices)
        run(['ip', 'link', 'add', 'dev', name, 'type', kind], { ns });
      for (const { kind, device, argv } of program.tc)
        run(['tc', kind, 'add', 'dev', device, ...argv], { ns });
    });
  });

  it('a table that does not load is noticed', () => {
    inFreshNamespace(ns => {
      expect(() =>
        run(['nft', '-f', '-'], { ns, input: 'table inet jalur { chain x { nonsense; } }' }),
      ).toThrow(/syntax error/);
    });
  });
});
