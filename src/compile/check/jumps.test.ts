import { describe, expect, it } from 'vitest';
import { assumeWorld, computeRib } from '../../rib/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { compileLinux } from '../compile.ts';

function found(...rules: readonly string[]) {
  const text = rules.map(rule => `/ip firewall filter add ${rule}\n`).join('');
  const { router } = readRouterOs(text, { file: 'x.rsc', dialect: 'v7' });
  const { world } = assumeWorld(router);
  const { diagnostics } = compileLinux(router, computeRib(router, world), world, { seed: 0 });
  return diagnostics
    .filter(({ id }) => id.startsWith('compile/jump'))
    .map(({ severity, what, span }) => [severity, span.start.line, what]);
}

describe('jumps', () => {
  it('two chains jump to each other → an error at each, with the way round', () => {
    expect(
      found(
        'chain=forward action=jump jump-target=x',
        'chain=x action=jump jump-target=y',
        'chain=y action=jump jump-target=x',
      ),
    ).toEqual([
      ['error', 2, 'This jump leads back into its own chain: x → y → x.'],
      ['error', 3, 'This jump leads back into its own chain: y → x → y.'],
    ]);
  });

  it('a chain jumps to itself → an error; disabled → nothing', () => {
    const [error] = found('chain=x action=jump jump-target=x');
    expect(error?.[2]).toBe('This jump leads back into its own chain: x → x.');
    expect(found('chain=x action=jump jump-target=x disabled=yes')).toEqual([]);
  });

  it('the chain it leads to has no rule, or only disabled ones → a warning', () => {
    const said = ['warning', 1, "This jump goes nowhere: chain 'no' of filter has no enabled rule."];
    expect(found('chain=forward action=jump jump-target=no')).toEqual([said]);
    expect(found('chain=forward action=jump jump-target=no', 'chain=no action=drop disabled=yes')).toEqual([
      said,
    ]);
  });

  it('two jumps into the same chain → nothing', () => {
    expect(
      found(
        'chain=forward action=jump jump-target=x',
        'chain=input action=jump jump-target=x',
        'chain=x action=drop protocol=udp',
      ),
    ).toEqual([]);
  });
});
