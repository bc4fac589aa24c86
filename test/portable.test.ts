import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../src/cli/commands.ts';
import { packagePath } from '../src/files/index.ts';

const src = packagePath('src');

/** Modules that a file loads when it is loaded: types vanish, and what is imported when it is called is not counted. */
function loads(file: string): string[] {
  const text = readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const named = [...text.matchAll(/^(?:import|export)\s+(type\s)?([^;']*?)\s*from\s+'([^']+)'/gm)];
  const bare = [...text.matchAll(/^import\s+'([^']+)'/gm)].map(([, module = '']) => module);
  const values = named.filter(([, type, names = '']) => type === undefined && !areTypes(names));
  return [...values.map(([, , , module = '']) => module), ...bare];
}

/** `{ type A, type B }` */
function areTypes(names: string): boolean {
  const inside = /^\{([\s\S]*)\}$/.exec(names.trim())?.[1];
  const list = (inside ?? '').split(',').filter(name => name.trim() !== '');
  return list.length > 0 && list.every(name => name.trim().startsWith('type '));
}

interface Loaded {
  readonly modules: ReadonlySet<string>;
  readonly packages: ReadonlySet<string>;
}

function loadedBy(...starts: readonly string[]): Loaded {
  const modules = new Set<string>();
  const packages = new Set<string>();
  const queue = starts.map(start => join(src, start));
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (modules.has(file)) continue;
    modules.add(file);
    for (const module of loads(file)) {
      if (module.startsWith('.')) queue.push(resolve(dirname(file), module));
      else packages.add(module);
    }
  }
  return { modules: new Set([...modules].map(file => relative(src, file))), packages };
}

/** Folders that know Linux, or what runs on it. */
const ofLinux = /^(?:sys|kernel|probe|dhcp|gateway|lab)\//;
const everywhere = [
  'lint',
  'explain',
  'prove',
  'spread',
  'diff',
  'convert',
  'routes',
  'parse',
  'sanitize',
  'fmt',
  'lsp',
];
const there = everywhere.filter(name => commands.some(one => one.name === name));

describe('commands for every system', () => {
  it('the finder of imports finds them: jalur run loads the kernel', () => {
    const { modules, packages } = loadedBy('cli/main.ts', 'cli/commands/run.ts');
    expect([...modules].filter(file => file.startsWith('kernel/')).length).toBeGreaterThan(10);
    expect([...modules].every(file => existsSync(join(src, file)))).toBe(true);
    expect(packages.has('commander')).toBe(true);
  });

  it.each(there)('jalur %s → loads no native module and nothing of Linux', name => {
    const { modules, packages } = loadedBy('cli/main.ts', `cli/commands/${name}.ts`);
    expect(modules.size).toBeGreaterThan(100);
    expect([...packages].filter(one => one === 'koffi')).toEqual([]);
    expect([...modules].filter(file => ofLinux.test(file))).toEqual([]);
  });
});
