import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ReadResult, readRouterOs } from '../../src/rsc/index.ts';

const read = (file: string): ReadResult =>
  readRouterOs(readFileSync(new URL(file, import.meta.url), 'utf8'), { file });

/** Lines with a finding of that severity or worse. */
function linesOf({ diagnostics }: ReadResult, ...severities: readonly string[]): number[] {
  const lines = diagnostics
    .filter(({ severity }) => severities.includes(severity))
    .map(({ span }) => span.start.line);
  return [...new Set(lines)];
}

const errorsOf = (result: ReadResult) => linesOf(result, 'error');

describe('what RouterOS takes', () => {
  it.each(['mac-server.rsc', 'nat.rsc', 'values.rsc', 'ipv6-hop.rsc'])('%s → no error', file => {
    const result = read(file);
    expect(result.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(result.counts.notUnderstood).toBe(0);
  });

  it('mac-server.rsc: the menus of before 6.41 → kept, every other statement modelled', () => {
    expect(read('mac-server.rsc').counts).toMatchObject({ statements: 6, modelled: 2, kept: 4 });
  });

  it('values.rsc: items without a name → the names that the router gives', () => {
    const { router } = read('values.rsc');
    expect(router.interfaces.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['bridge1', 'vlan1', 'pppoe-out1']),
    );
    expect(router.pools[0]?.name).toBe('pool1');
    expect(router.queueTrees[0]?.name).toBe('queue1');
  });

  it('commands-not-menus.rsc: commands with properties → not evaluated, no error', () => {
    const result = read('commands-not-menus.rsc');
    expect(errorsOf(result)).toEqual([]);
    expect(result.counts).toMatchObject({ statements: 6, modelled: 1, notEvaluated: 5 });
  });
});

describe('what RouterOS refuses', () => {
  it('wrongly-accepted.rsc: properties that the table has not → errors, and not in the model', () => {
    const result = read('wrongly-accepted.rsc');
    expect(errorsOf(result)).toEqual(expect.arrayContaining([3, 4, 10, 11, 12, 15, 20, 25]));
    expect(result.router.firewall.ipv4.raw.map(({ origin }) => origin.span.start.line)).toEqual([13]);
    expect(result.counts.notUnderstood).toBe(errorsOf(result).length);
  });

  it('wrongly-accepted.rsc: names that nothing defines, and conditions that cannot be → findings', () => {
    const findings = linesOf(read('wrongly-accepted.rsc'), 'error', 'warning');
    for (const line of [17, 18, 19, 23, 24, 26, 28, 30, 35, 37, 39, 40, 42]) expect(findings).toContain(line);
  });

  it('unknown-list.rsc: unknown lists and tables → findings', () => {
    expect(linesOf(read('unknown-list.rsc'), 'warning')).toEqual([7, 8, 10, 12]);
  });

  it('port-without-protocol.rsc: a port without tcp or udp → refused', () => {
    const result = read('port-without-protocol.rsc');
    expect(errorsOf(result)).toEqual([2, 3]);
    expect(result.router.firewall.ipv4.nat).toEqual([]);
  });
});

describe('what admins paste', () => {
  it('md-fences.md: each fence starts at the root; what is no RouterOS is skipped and counted', () => {
    const { counts, router, diagnostics } = read('md-fences.md');
    expect(counts).toMatchObject({ statements: 2, modelled: 2, notUnderstood: 0 });
    expect(router.firewall.ipv4.mangle).toHaveLength(1);
    expect(diagnostics.find(({ id }) => id === 'rsc/skipped-fence')?.what).toContain('1 more');
  });

  it('a fence that goes on where the last one ended → read in its menu', () => {
    const text = '```\n/ip route\nadd gateway=10.0.0.1\n```\nand\n```\nadd gateway=10.0.0.2\n```\n';
    expect(readRouterOs(text, { file: 'x.md' }).router.routes).toHaveLength(2);
  });

  it('a page with its tags → tags skipped and counted, the rest read', () => {
    const text = '<pre>\n/ip route\nadd gateway=10.0.0.1\n</pre>\n<br/>\n';
    const { router, diagnostics } = readRouterOs(text, { file: 'x.html' });
    expect(router.routes).toHaveLength(1);
    expect(diagnostics.map(({ id, severity }) => [id, severity])).toEqual([['rsc/skipped-markup', 'info']]);
  });

  it('a forum post with its tags → the same', () => {
    const text = '[code]\n/ip route\nadd gateway=10.0.0.1\n[/code]\n';
    const { router, counts } = readRouterOs(text, { file: 'x.txt' });
    expect(router.routes).toHaveLength(1);
    expect(counts).toMatchObject({ statements: 1, notUnderstood: 0 });
  });

  it('one-broken-quote.rsc → one error, and the next statement is read', () => {
    const { router, counts, diagnostics } = read('one-broken-quote.rsc');
    expect(diagnostics.map(({ id }) => id)).toEqual(['rsc/unclosed-quote']);
    expect(counts).toMatchObject({ statements: 2, modelled: 1, notUnderstood: 1 });
    expect(router.routes).toHaveLength(1);
  });

  it('v6-read-as-v7.rsc: a property of v6 alone → read as v6', () => {
    expect(read('v6-read-as-v7.rsc').version).toMatchObject({
      dialect: 'v6',
      evidence: ['server-dns-names in /system ntp client exists in v6 only'],
    });
  });
});
