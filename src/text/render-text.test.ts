import { describe, expect, it } from 'vitest';
import { type Diagnostic, jsonDiagnostic, nowhere, renderDiagnostics, type TextOf } from './index.ts';

function at(line: number, column: number, end: number): Diagnostic['span'] {
  return { file: 'a.rsc', start: { offset: 0, line, column }, end: { offset: 0, line, column: end } };
}

const base: Diagnostic = { id: 'rsc/x', severity: 'error', what: 'What is.', span: at(2, 5, 8) };

const renderDiagnostic = (one: Diagnostic, textOf: TextOf): string => renderDiagnostics([one], textOf);

describe('renderDiagnostics', () => {
  it('shows the line and underlines the place, with why and what to do', () => {
    const said = renderDiagnostic(
      { ...base, why: 'Because.', do: 'This.', notes: [{ text: 'Also.', span: at(1, 1, 2) }] },
      () => 'first\nadd one=2\n',
    );
    expect(said).toBe(`a.rsc:2:5 error rsc/x  What is.
 2 | add one=2
   |     ~~~
  why: Because.
  do:  This.
  note: a.rsc:1:1 Also.`);
  });

  it('a finding about no line of a text → no place is made up', () => {
    expect(renderDiagnostic({ ...base, span: nowhere }, () => undefined)).toBe('error rsc/x  What is.');
  });

  it('keeps tabs so that the underline stays below its word', () => {
    expect(renderDiagnostic({ ...base, span: at(1, 2, 3) }, () => '\tx')).toContain('   | \t^');
  });

  it('many findings in one file → its text is asked for once', () => {
    let asked = 0;
    const textOf = () => `${++asked}\nadd one=2`;
    const findings = [base, { ...base, span: at(1, 1, 2) }, base];
    expect(renderDiagnostics(findings, textOf).match(/ \| (add|1)/g)).toEqual([' | add', ' | 1', ' | add']);
    expect(asked).toBe(1);
  });

  it('cuts long lines around the place', () => {
    const [, line = '', marks = ''] = renderDiagnostic(
      { ...base, span: at(1, 500, 503) },
      () => `${'x'.repeat(499)}abc${'y'.repeat(499)}`,
    ).split('\n');
    expect(line.length).toBeLessThan(110);
    expect(line.slice(marks.indexOf('~'), marks.lastIndexOf('~') + 1)).toBe('abc');
  });

  it('hides secrets and keeps columns', () => {
    expect(renderDiagnostic({ ...base, span: at(1, 18, 19) }, () => 'add password=a1b x=1')).toContain(
      ' 1 | add password=*** x=1',
    );
  });

  it('shows no excerpt of a text that is not at hand', () => {
    expect(renderDiagnostic(base, () => undefined)).toBe('a.rsc:2:5 error rsc/x  What is.');
  });
});

it('jsonDiagnostic leaves out what is absent', () => {
  expect(jsonDiagnostic(base)).toEqual({
    id: 'rsc/x',
    severity: 'error',
    what: 'What is.',
    span: { file: 'a.rsc', start: { line: 2, column: 5 }, end: { line: 2, column: 8 } },
  });
});
