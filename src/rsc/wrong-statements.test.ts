import { describe, expect, it } from 'vitest';
import { readRouterOs } from './index.ts';

const read = (text: string) => readRouterOs(text, { file: 'x.rsc' });

describe('a statement with an error', () => {
  it('one bad line among good ones → the model holds the others, and it is counted', () => {
    const { router, counts } = read(
      '/ip route\nadd gateway=10.0.0.1 distnce=2\nadd gateway=10.0.0.2\nadd gateway=10.0.0\n',
    );
    expect(router.routes.map(({ gateways }) => gateways)).toHaveLength(1);
    expect(counts).toMatchObject({ statements: 3, modelled: 1, notUnderstood: 2 });
    expect(router.kept.map(({ origin, reason }) => [origin.span.start.line, reason])).toEqual([
      [2, 'not-understood'],
      [4, 'not-understood'],
    ]);
  });

  it('a bad change of a good item → the item stays as it was added', () => {
    const { router } = read('/ip route\nadd gateway=10.0.0.1 comment=a\nset [find comment=a] distance=x\n');
    expect(router.routes).toMatchObject([{ comment: 'a', distance: 1 }]);
  });

  it('inside of a block that is followed → only the inner one is left out', () => {
    const { router, counts } = read(':do {\n/ip route add gateway=10.0.0.1\n/ip route add distnce=2\n}\n');
    expect(router.routes).toHaveLength(1);
    expect(counts).toMatchObject({ statements: 3, modelled: 2, notUnderstood: 1 });
  });

  it('an item that others name → no second error for those', () => {
    const { diagnostics } = read(
      '/interface vlan\nadd name=v interface=ether1 vlan-id=x\n/ip address\nadd address=10.0.0.1/24 interface=v\n',
    );
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toHaveLength(1);
  });
});
