import { describe, expect, it } from 'vitest';
import { lintText, pccRule } from '../testing.ts';
import { compareWith, knownFindings, parseBaseline, printBaseline } from './baseline.ts';

const head = '/ip firewall mangle\n';
const half = `${head}${pccRule('src-address:2/0', 'a')}\n`;
const known = knownFindings(lintText(half), half);

const compared = (text: string, only?: readonly string[]) =>
  compareWith(known, lintText(text, only), text, only);

describe('a baseline', () => {
  it('the same text → all known', () => {
    expect(known.map(({ rule }) => rule)).toContain('pcc/remainder-missing');
    expect(compared(half)).toMatchObject({ fresh: [], resolved: [], known: known.length });
  });

  it('lines before, wrapped and indented → all known', () => {
    const moved = `# office\n/ip address\nadd address=10.0.0.1/24 interface=bridge\n${half.replace(' action=', ' \\\n    action=')}`;
    expect(compared(moved)).toMatchObject({ fresh: [], resolved: [] });
  });

  it('one more mistake of the same rule → that one is new', () => {
    const more = `${half}add chain=output action=mark-routing new-routing-mark=t\n${pccRule('src-port:3/0', 'b').replace('bridge', 'ether5')}\n`;
    const { fresh } = compared(more);
    expect(fresh.filter(({ id }) => id === 'pcc/remainder-missing').map(({ what }) => what)).toEqual([
      'No rule takes remainder 1, 2 of src-port:3.',
    ]);
  });

  it('mended → resolved; of rules that were not asked nothing is resolved', () => {
    const whole = `${half}${pccRule('src-address:2/1', 'b')}\n`;
    expect(compared(whole).resolved.map(({ rule }) => rule)).toContain('pcc/remainder-missing');
    expect(compared(whole, ['nat']).resolved).toEqual([]);
  });

  it('written and read → the same; anything else → none', () => {
    const text = printBaseline({ 'b.rsc': known, 'a.rsc': known, 'c.rsc': [] });
    expect(Object.keys(parseBaseline(text) ?? {})).toEqual(['a.rsc', 'b.rsc']);
    expect(printBaseline(parseBaseline(text) ?? {})).toBe(text);
    expect(parseBaseline('{"version":2}')).toBeUndefined();
    expect(parseBaseline('no json')).toBeUndefined();
  });
});
