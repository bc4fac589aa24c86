import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sample } from '../../../test/browser/sample.ts';
import { exportReport } from '../../lab/index.ts';
import { EnvironmentError } from '../../sys/index.ts';
import { prepareExports, writeExports } from './export-files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'exports-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe('prepareExports', () => {
  it('--png without a browser → says so before the run, and how to get one', () => {
    vi.stubEnv('PATH', folder);
    const prepare = () => prepareExports({ png: join(folder, 'png') });
    expect(prepare).toThrow('--png draws with Chromium, and none is in PATH.');
    expect(prepare).toThrow(
      expect.objectContaining({ next: expect.stringContaining('apt install chromium') }),
    );
    expect(() => prepareExports({ svg: join(folder, 'svg') })).not.toThrow();
  });

  it('a folder that cannot be made → EnvironmentError', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => prepareExports({ csv: join(folder, 'file', 'below') })).toThrow(EnvironmentError);
  });
});

it('writeExports: tables and figures → a file each, in a folder below the wanted one', () => {
  const exported = exportReport(sample);
  const flags = { csv: join(folder, 'tables'), svg: join(folder, 'figures') };
  const written = writeExports(exported, flags, 'office');
  expect(written).toEqual([join(folder, 'tables/office'), join(folder, 'figures/office')]);
  expect(readdirSync(join(folder, 'tables/office'))).toHaveLength(exported.tables.length);
  const [first] = exported.drawings;
  expect(readFileSync(join(folder, 'figures/office', `${first?.name}.svg`), 'utf8')).toBe(first?.svg);
});
