import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { packagePath } from '../src/files/index.ts';
import { exposition, familiesOf } from '../src/metrics/index.ts';
import { knownGateway } from '../src/metrics/testing/index.ts';

const families = familiesOf(knownGateway);
const text = exposition(families);
const given = new Set([...text.matchAll(/^([a-z_]+)[{ ]/gm)].map(([, name]) => name));
const labelsOf = (name: string): string[] =>
  [...text.matchAll(new RegExp(`^${name}\\{(.*)\\} `, 'gm'))].flatMap(([, pairs = '']) =>
    [...pairs.matchAll(/([a-z_]+)="/g)].map(([, label = '']) => label),
  );

interface Rules {
  readonly groups: readonly {
    readonly rules: readonly { readonly alert: string; readonly expr: string }[];
  }[];
}
interface Dashboard {
  readonly panels: readonly {
    readonly title: string;
    readonly gridPos: { readonly x: number; readonly w: number };
    readonly targets: readonly { readonly expr: string }[];
  }[];
}

const rulesFile = packagePath('assets/prometheus/alerts.yml');
const rules = (parse(readFileSync(rulesFile, 'utf8')) as Rules).groups.flatMap(group => group.rules);
const dashboard = JSON.parse(readFileSync(packagePath('assets/grafana/jalur.json'), 'utf8')) as Dashboard;
const queries = [
  ...rules.map(({ alert, expr }) => [alert, expr] as const),
  ...dashboard.panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr] as const)),
];

/** What a scrape adds by itself. */
const ofScrape = ['instance', 'job'];

describe('alert rules and dashboard', () => {
  it('are there', () => {
    expect(rules.length).toBeGreaterThan(10);
    expect(dashboard.panels.length).toBeGreaterThan(10);
    expect(dashboard.panels.every(({ gridPos: { x, w } }) => x + w <= 24)).toBe(true);
  });

  it.each(queries)('%s: %s → asks for what the gateway gives, by its labels', (_, expr) => {
    const names = [...expr.matchAll(/\b(?:jalur|process)_[a-z_]+/g)].map(([name]) => name);
    expect(names.filter(name => !given.has(name))).toEqual([]);
    expect(names.length > 0 || expr.startsWith('up{')).toBe(true);
    for (const [, name = '', pairs = ''] of expr.matchAll(/\b((?:jalur|process)_[a-z_]+)\{([^}]*)\}/g)) {
      const asked = [...pairs.matchAll(/([a-z_]+)=~?"|([a-z_]+)!=/g)].map(([, a, b]) => a ?? b ?? '');
      expect(asked.filter(label => !ofScrape.includes(label) && !labelsOf(name).includes(label))).toEqual([]);
    }
  });
});

const hasPromtool = spawnSync('promtool', ['--version']).status === 0;

describe.skipIf(!hasPromtool)('promtool (skipped where Debian’s package prometheus is not installed)', () => {
  it('check metrics → nothing to say', () => {
    const { status, stdout, stderr } = spawnSync('promtool', ['check', 'metrics'], {
      input: text,
      encoding: 'utf8',
    });
    expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: '' });
  });

  it('check rules → takes them', () => {
    expect(execFileSync('promtool', ['check', 'rules', rulesFile], { encoding: 'utf8' })).toContain(
      `SUCCESS: ${rules.length} rules found`,
    );
  });

  it('test rules: a WAN is down for two minutes → JalurWanDown fires, and nothing while it is up', () => {
    const folder = mkdtempSync(join(tmpdir(), 'jalur-alerts-'));
    const labels = { instance: 'gw', job: 'jalur', wan: 'ether2' };
    const series = (name: string, values: string) => ({
      series: `${name}{instance="gw",job="jalur",wan="ether2"}`,
      values,
    });
    const fired = {
      exp_labels: { ...labels, severity: 'warning' },
      exp_annotations: {
        summary: 'WAN ether2 of gw is down.',
        description: 'jalur incident has the story. See the modem, the cable and the provider.',
      },
    };
    const test = {
      rule_files: [rulesFile],
      tests: [
        {
          interval: '15s',
          input_series: [series('jalur_wan_up', '1x20 0x20')],
          alert_rule_test: [
            { eval_time: '4m', alertname: 'JalurWanDown', exp_alerts: [] },
            { eval_time: '8m', alertname: 'JalurWanDown', exp_alerts: [fired] },
          ],
        },
      ],
    };
    writeFileSync(join(folder, 'test.yml'), JSON.stringify(test));
    const { status, stdout, stderr } = spawnSync('promtool', ['test', 'rules', 'test.yml'], {
      cwd: folder,
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true });
    expect({ status, stdout, stderr }).toMatchObject({ status: 0 });
  });
});
