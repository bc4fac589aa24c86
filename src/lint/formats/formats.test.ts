import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../text/index.ts';
import { formatNames, formats } from './index.ts';
import type { Report } from './report.ts';

const at = (line: number, column: number) => ({ offset: 0, line, column });

const finding: Diagnostic = {
  id: 'pcc/remainder-missing',
  severity: 'error',
  confidence: 'certain',
  what: 'No rule takes "1" & <2>, 100%.',
  why: 'It goes\nby main.',
  do: 'Add it.',
  span: { file: 'my office,1.rsc', start: at(2, 1), end: at(3, 9) },
  fix: {
    commands: ['/ip route add gateway=10.0.0.1'],
    edits: [{ span: { file: 'my office,1.rsc', start: at(2, 1), end: at(2, 4) }, text: 'set' }],
    isSafe: false,
    note: 'It moves connections.',
  },
};

const report: Report = {
  language: 'en',
  version: '1.2.3',
  files: [
    {
      file: 'my office,1.rsc',
      text: '/ip route\nadd gateway=10.0.0.1 \\\n    distance=2\n',
      diagnostics: [finding, { ...finding, severity: 'info' }],
      open: 0,
      context: { version: '7.18', evidence: [], roles: [], known: [], assumptions: [] },
      suppressed: 0,
      isSeveral: false,
      notUnderstood: 0,
      statements: 9,
      verdict: 'Does not balance',
    },
  ],
};

it('json → place, text and fix of each finding', () => {
  expect(formats.json(report)).toMatchObject({
    files: [
      {
        file: 'my office,1.rsc',
        version: '7.18',
        diagnostics: [
          {
            id: 'pcc/remainder-missing',
            severity: 'error',
            confidence: 'certain',
            line: 2,
            column: 1,
            endLine: 3,
            fix: {
              commands: ['/ip route add gateway=10.0.0.1'],
              edits: [{ line: 2, endColumn: 4, text: 'set' }],
              isSafe: false,
              note: 'It moves connections.',
            },
          },
          { severity: 'info' },
        ],
      },
    ],
  });
});

it('sarif → 2.1.0, rules by index, URIs escaped', () => {
  const { version, runs } = JSON.parse(JSON.stringify(formats.sarif(report))) as {
    version: string;
    runs: { tool: { driver: { rules: { id: string }[] } }; results: Record<string, unknown>[] }[];
  };
  expect(version).toBe('2.1.0');
  expect(runs[0]?.tool.driver.rules.map(({ id }) => id)).toEqual(['pcc/remainder-missing']);
  expect(runs[0]?.results).toMatchObject([
    {
      ruleId: 'pcc/remainder-missing',
      ruleIndex: 0,
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'my%20office%2C1.rsc' },
            region: { startLine: 2, startColumn: 1, endLine: 3, endColumn: 9 },
          },
        },
      ],
    },
    { level: 'note' },
  ]);
});

it('sarif → fingerprints: of GitHub by lines, our own by the statement, wherever it stands', () => {
  const fingerprints = (text: string, line: number) => {
    const [file] = report.files;
    const moved = { ...finding, span: { ...finding.span, start: at(line, 1), end: at(line + 1, 9) } };
    const said = formats.sarif({
      ...report,
      files: file ? [{ ...file, text, diagnostics: [moved, moved] }] : [],
    });
    const { runs } = JSON.parse(JSON.stringify(said)) as {
      runs: { results: { partialFingerprints: Record<string, string> }[] }[];
    };
    return runs[0]?.results.map(one => one.partialFingerprints) ?? [];
  };
  const text = report.files[0]?.text ?? '';
  const [first, second] = fingerprints(text, 2);
  const [moved] = fingerprints(`# office\n${text}/ip dns\n`, 3);
  expect(first?.['primaryLocationLineHash']).toMatch(/^[0-9a-f]{1,16}:1$/);
  expect(first?.['jalur/v1']).toMatch(/^[0-9a-f]{16}:1$/);
  expect(second?.['jalur/v1']).toBe(first?.['jalur/v1']?.replace(/1$/, '2'));
  expect(moved?.['jalur/v1']).toBe(first?.['jalur/v1']);
});

it('github → one command a finding, on one line each', () => {
  expect(formats.github(report).split('\n')[0]).toBe(
    '::error file=my office%2C1.rsc,line=2,endLine=3,title=pcc/remainder-missing::No rule takes "1" & <2>, 100%25.%0AIt goes%0Aby main.%0AAdd it.',
  );
});

it('junit → errors and warnings are failures, remarks are not', () => {
  expect(formats.junit(report)).toContain('tests="1" failures="1"');
  expect(formats.junit(report)).toContain('No rule takes &quot;1&quot; &amp; &lt;2&gt;, 100%.');
});

it('html and md → what a text says is no markup', () => {
  expect(formats.html(report)).not.toContain('<2>');
  expect(formats.md(report)).toContain('\\<2\\>');
});

describe('no finding', () => {
  it.each(formatNames)('%s → says so', name => {
    const empty = { ...report, files: report.files.map(one => ({ ...one, diagnostics: [] })) };
    expect(JSON.stringify(formats[name](empty)).length).toBeGreaterThan(2 - Number(name === 'github'));
  });
});
