import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Exported } from '../../lab/index.ts';
import { EnvironmentError, run } from '../../sys/index.ts';
import type { ExportFlags } from './run-options.ts';
import { prepareFolder, writeReport } from './write-reports.ts';

const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function browser(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(folder => folder !== '');
  return browsers.flatMap(name => folders.map(folder => join(folder, name))).find(existsSync);
}

/** Throws EnvironmentError where a folder cannot be written, or PNG is wanted and no browser can draw it. */
export function prepareExports({ csv, svg, png }: ExportFlags): void {
  for (const folder of [csv, svg, png]) if (folder !== undefined) prepareFolder(folder);
  if (png !== undefined && browser() === undefined) {
    throw new EnvironmentError(
      'MISSING_TOOL',
      {
        en: '--png draws with Chromium, and none is in PATH.',
        id: '--png menggambar dengan Chromium, dan tidak ada di PATH.',
      },
      {
        en: 'sudo apt install chromium; or take --svg, which needs nothing.',
        id: 'sudo apt install chromium; atau pakai --svg, yang tidak membutuhkan apa-apa.',
      },
    );
  }
}

const drawLimitMs = 60_000;

/** Twice as many pixels as the drawing has, for paper and dense screens. */
function drawPng(svg: string, png: string, { width, height }: { width: number; height: number }): void {
  // A profile of its own: a browser that the user has open is left alone.
  const profile = mkdtempSync(join(tmpdir(), 'jalur-png-'));
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const argv = [
    ...[browser() ?? 'chromium', '--headless', ...sandbox, '--disable-gpu', '--hide-scrollbars'],
    ...[`--user-data-dir=${profile}`, '--force-device-scale-factor=2'],
    ...[`--window-size=${width},${height}`, `--screenshot=${png}`, pathToFileURL(svg).href],
  ];
  try {
    run(argv, { timeoutMs: drawLimitMs });
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

/** Of several runs the usual one: Chromium is started for each file, and the others are there as SVG. */
function writePngs({ drawings }: Exported, folder: string): void {
  const work = mkdtempSync(join(tmpdir(), 'jalur-svg-'));
  try {
    for (const { name, svg, ...size } of drawings.filter(({ usual }) => usual)) {
      const file = join(work, `${name}.svg`);
      writeReport(file, svg);
      drawPng(file, join(folder, `${name}.png`), size);
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Writes what is wanted, `below` a folder of the wanted ones; gives the folders. */
export function writeExports(exported: Exported, flags: ExportFlags, below = ''): readonly string[] {
  const [csv, svg, png] = [flags.csv, flags.svg, flags.png].map(folder =>
    folder === undefined ? undefined : join(folder, below),
  );
  const folders = [csv, svg, png].filter(folder => folder !== undefined);
  for (const folder of folders) prepareFolder(folder);
  if (csv !== undefined) for (const { name, text } of exported.tables) writeReport(join(csv, name), text);
  if (svg !== undefined)
    for (const { name, svg: text } of exported.drawings) writeReport(join(svg, `${name}.svg`), text);
  if (png !== undefined) writePngs(exported, png);
  return folders;
}
