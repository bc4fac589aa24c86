import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Judged } from '../../src/lint/index.ts';
import type { Diagnostic } from '../../src/text/index.ts';
import { judge, mended } from './mending.ts';

const paper = readFileSync(fileURLToPath(new URL('../../examples/paper/paper.rsc', import.meta.url)), 'utf8');

const said = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.filter(({ severity }) => severity !== 'info').map(({ id }) => id);

describe('the paper, with all fixes', () => {
  const { text, applied, leftOut, judged } = mended(paper, 'all');

  it('what text can mend is mended, each at its line of the paper', () => {
    expect(leftOut).toEqual([]);
    expect(applied.map(({ finding: { id }, line }) => `${id}:${line}`).sort()).toEqual([
      'firewall/forward-open:52',
      'firewall/input-open:51',
      'marks/passes-on:25',
      'marks/table-empty:25',
      'marks/table-empty:26',
      'pcc/mid-life:22',
      'routes/backup-by-main:32',
      'routes/duplicate:36',
      'routes/duplicate:37',
      'routes/dynamic-competes:6',
      'routes/lease-gateway-fixed:32',
      'rsc/deprecated-property:43',
      'services/several-resolvers:6',
    ]);
  });

  it('it balances: both tables lead out by their own line, the other one stands behind', () => {
    const { routes } = judged.proof.healthy.rib;
    const outs = ['to_ISP1', 'to_ISP2'].map(table =>
      routes
        .filter(route => route.table === table)
        .map(
          ({ active, gateways }) => `${active ? 'active' : 'behind'} ${gateways[0]?.nextHops[0]?.interface}`,
        ),
    );
    expect(outs).toEqual([
      ['active ether1', 'behind ether2'],
      ['active ether2', 'behind ether1'],
    ]);
    expect(judged.proof.defects).toEqual([]);
    expect(judged.proof.violations.filter(({ fault }) => !fault)).toEqual([]);
  });

  it('what remains to be done by hand: which port "ether" was', () => {
    expect(said(judged.diagnostics)).toEqual(['rsc/unknown-interface']);
    // Probes behind the gateways, who may reach what, and the version are choices; remarks say so.
    expect(judged.diagnostics.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['probes/next-hop-only', 'nat/stuck-connections', 'services/old-syntax']),
    );
  });

  it('once more → nothing changes', () => {
    expect(mended(text, 'all').text).toBe(text);
  });
});

it('the paper, with safe fixes alone → only what cannot get worse', () => {
  const { applied, text } = mended(paper, 'safe');
  expect([...new Set(applied.map(({ finding: { id } }) => id))].sort()).toEqual([
    'marks/passes-on',
    'pcc/mid-life',
    'routes/duplicate',
    'rsc/deprecated-property',
  ]);
  expect(text).toContain('gateway=10.111.0.1');
});

describe('a fix', () => {
  const text = '/ip address\nadd address=10.0.0.1/24 broadcast=10.0.0.255 interface=ether1\n';
  const whole = judge(text);
  const [finding] = whole.diagnostics;

  it('after which a mistake as bad is found → left out, with that', () => {
    const by = (other: string): Judged =>
      other === text || !finding
        ? whole
        : { ...whole, diagnostics: [{ ...finding, id: 'rsc/other', what: 'Other.' }] };
    const { text: after, leftOut, applied } = mended(text, 'safe', by);
    expect(after).toBe(text);
    expect(applied).toEqual([]);
    expect(leftOut).toMatchObject([{ why: 'worse', because: 'rsc/other: Other.', line: 2 }]);
  });

  it('after which its finding stays → left out as useless', () => {
    expect(mended(text, 'safe', () => whole).leftOut).toMatchObject([{ why: 'useless' }]);
  });

  it('after which something is violated that held → left out', () => {
    const open = judge(paper).proof;
    const by = (other: string): Judged =>
      other === text ? whole : { diagnostics: [], proof: { ...open, defects: [] } };
    expect(mended(text, 'safe', by).leftOut).toMatchObject([{ why: 'worse' }]);
  });
});
