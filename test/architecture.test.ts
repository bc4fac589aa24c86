import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const src = join(root, 'src');

const ground = ['net', 'text', 'model', 'pcc', 'linux'];
const thinking = [
  'metrics',
  'health',
  'compile',
  'walk',
  'prove',
  'spread',
  'diff',
  'convert',
  'sanitize',
  'lint',
];
const effects = ['files', 'journal', 'sys', 'kernel', 'probe', 'dhcp', 'delivery', 'device'];
const below = [
  ...ground,
  'yaml',
  'notify',
  'rsc',
  'intent',
  'rib',
  'reading',
  'editing',
  ...thinking,
  'answers',
  ...effects,
];
const onWalk = [...ground, 'rib', 'walk'];

/** Who may import whom; the picture in docs/architecture.md as data. A folder that is not here may not exist. */
const mayUse: Readonly<Record<string, readonly string[]>> = {
  net: [],
  text: [],
  yaml: ['text'],
  model: ['net', 'text'],
  pcc: ['net', 'model'],
  linux: ['net', 'text', 'model'],
  rsc: ground,
  notify: ['text'],
  intent: [...ground, 'yaml', 'notify', 'rsc'],
  editing: [...ground, 'rsc'],
  reading: [...ground, 'rsc', 'intent', 'rib'],
  rib: ground,
  metrics: [],
  health: [...ground, 'rib'],
  compile: [...ground, 'rib'],
  walk: [...ground, 'rsc', 'rib', 'compile'],
  prove: onWalk,
  spread: onWalk,
  diff: [...onWalk, 'rsc', 'prove', 'spread'],
  convert: [...onWalk, 'rsc', 'prove', 'spread'],
  sanitize: [...ground, 'rsc', 'rib'],
  lint: [...onWalk, 'prove', 'convert', 'rsc'],
  answers: [...ground, 'rsc', 'intent', 'rib', 'reading', ...thinking],
  files: ['text'],
  journal: ['files'],
  sys: ['net', 'text', 'files'],
  kernel: ['sys', ...ground],
  probe: ['sys', 'kernel', 'health', 'rib', ...ground],
  dhcp: ['sys', 'rib', ...ground],
  device: ['sys', 'rsc', 'diff', ...ground],
  config: [...ground, 'rsc', 'reading', 'files'],
  delivery: ['text', 'notify', 'files', 'sys'],
  settings: [...ground, 'yaml', 'rsc', 'lint'],
  gateway: [...below, 'config'],
  report: ['text', 'sys', 'journal', 'gateway'],
  install: ['files', 'sys'],
  lab: [...below, 'config', 'gateway', 'report'],
  server: [...below, 'config', 'gateway', 'report', 'lab'],
  lsp: [...below, 'config', 'settings'],
  web: [...ground, 'yaml', 'notify', 'rsc', 'intent', 'rib', 'reading', 'editing', ...thinking, 'answers'],
  cli: [...below, 'config', 'settings', 'gateway', 'report', 'lab', 'server', 'lsp', 'install'],
};

const pure = [
  ...ground,
  'yaml',
  'notify',
  'rsc',
  'intent',
  'rib',
  'reading',
  'editing',
  ...thinking,
  'answers',
];

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesBelow(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

const folderOf = (file: string): string => relative(src, file).split('/')[0] ?? '';
const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file);
const all = filesBelow(src);
const product = all.filter(file => !isTest(file));

/** Relative imports of a file, resolved; dynamic imports and `entryPoint`s do not bind floors at compile time but count too. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g);
  return [...found].map(match => resolve(dirname(file), match[1] ?? ''));
}

const show = (file: string): string => relative(root, file);

describe('architecture', () => {
  it('has a place in the table for every folder', () => {
    const folders = readdirSync(src).filter(name => statSync(join(src, name)).isDirectory());
    expect(folders.filter(name => !(name in mayUse))).toEqual([]);
  });

  it('imports go down the floors only, and into a folder through its index', () => {
    const wrong = product.flatMap(file =>
      importsOf(file).flatMap(target => {
        const [from, to] = [folderOf(file), folderOf(target)];
        if (from === to || folderOf(file).endsWith('.ts')) return [];
        if (!mayUse[from]?.includes(to)) return [`${show(file)}: ${from} may not use ${to}`];
        return target.endsWith('/index.ts')
          ? []
          : [`${show(file)}: reaches past ${to}/index.ts to ${show(target)}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('pure floors import nothing of Node and no package', () => {
    const wrong = product
      .filter(file => pure.includes(folderOf(file)))
      .filter(file => /from '(?!\.|zod|yaml)[^']+'/.test(readFileSync(file, 'utf8')))
      .map(show);
    expect(wrong).toEqual([]);
  });

  it('deciding inside a floor with effects is pure: its folders use pure floors and each other only', () => {
    const purer = ['gateway/core', 'gateway/conditions'];
    const allowed = [...pure, ...purer];
    const wrong = product
      .filter(file => purer.some(folder => show(file).startsWith(`src/${folder}/`)))
      .filter(
        file =>
          /from '[^.][^']*'/.test(readFileSync(file, 'utf8')) ||
          importsOf(file).some(target => !allowed.some(folder => show(target).startsWith(`src/${folder}/`))),
      )
      .map(show);
    expect(wrong).toEqual([]);
  });

  it('only the model compares versions: what differs is a fact or a gate there', () => {
    const wrong = product
      .filter(file => folderOf(file) !== 'model')
      .filter(file => /\b(?:dialect|minor) [!=]== ['\d]/.test(readFileSync(file, 'utf8')))
      .map(show);
    expect(wrong).toEqual([]);
  });

  it('has no import cycles', () => {
    const graph = new Map(product.map(file => [file, importsOf(file)]));
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].map(show).join(' → '));
      if (path.includes(file) || done.has(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of product) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('keeps every file at 400 lines or fewer', () => {
    const long = [...all, ...filesBelow(join(root, 'test'))]
      .map(file => [show(file), readFileSync(file, 'utf8')] as const)
      .filter(([, text]) => !text.startsWith('// Generated from') && text.split('\n').length > 401)
      .map(([file]) => file);
    expect(long).toEqual([]);
  });

  it('opens every folder with one sentence', () => {
    const folders = [...new Set(product.map(folderOf))].filter(name => !name.endsWith('.ts'));
    const silent = folders.filter(name => {
      // A face that nobody imports has no index: it begins with its main.ts.
      const first = ['index.ts', 'main.ts', 'main.tsx']
        .map(file => join(src, name, file))
        .find(file => product.includes(file));
      return !first || !/^\/\*\* [A-Z][^*]+ \*\/\n/.test(readFileSync(first, 'utf8'));
    });
    expect(silent).toEqual([]);
  });

  it('names folders in docs/architecture.md', () => {
    const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
    const folders = [...new Set(product.map(folderOf))].filter(name => !name.endsWith('.ts'));
    expect(folders.filter(name => !page.includes(`\`${name}/\``))).toEqual([]);
  });
});
