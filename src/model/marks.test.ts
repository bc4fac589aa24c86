import { describe, expect, it } from 'vitest';
import { type Action, makeRoute, makeRouter, makeRoutingTable, makeRule, marksOf, noRules } from './index.ts';

const rule = (action: Action) => makeRule({ table: 'mangle', chain: 'prerouting', action });
const routerWith = (...actions: readonly Action[]) =>
  makeRouter({
    firewall: { ipv4: { ...noRules, mangle: actions.map(rule) }, ipv6: noRules },
    routingTables: [makeRoutingTable({ name: 'to1', fib: true, implied: false })],
    routes: [makeRoute({ table: 'main' }), makeRoute({ table: 'to2' })],
  });
const mark = (kind: 'mark-connection' | 'mark-routing' | 'mark-packet', name: string): Action => ({
  kind,
  mark: name,
  passthrough: true,
});

describe('marksOf', () => {
  it('main and no-mark: a connection or packet mark may be called main, a routing mark may not', () => {
    const kinds = ['mark-connection', 'mark-routing', 'mark-packet'] as const;
    const router = routerWith(...kinds.flatMap(kind => [mark(kind, 'main'), mark(kind, 'no-mark')]));
    expect(marksOf(router)).toEqual({ connection: ['main'], routing: ['to1', 'to2'], packet: ['main'] });
  });

  it('routing marks: the tables first, then the rules, each once', () => {
    const router = routerWith(mark('mark-routing', 'zeta'), mark('mark-routing', 'to2'));
    expect(marksOf(router).routing).toEqual(['to1', 'to2', 'zeta']);
  });
});
