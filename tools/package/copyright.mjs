// The licences of everything that is in the package.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the program and its pages are built of; what those need themselves is found. */
const builtOf = [
  ...['koffi', 'commander', 'picocolors', 'yaml', 'zod', 'vscode-languageserver', 'hono'],
  ...['vscode-languageserver-textdocument', '@hono/node-server', '@hono/zod-openapi'],
  ...['react', 'react-dom', 'wouter', 'uplot', 'openapi-fetch', '@mantine/core', '@mantine/hooks'],
  ...['@tanstack/react-query', '@tanstack/react-table', '@tanstack/react-virtual', '@xyflow/react'],
  ...['@codemirror/autocomplete', '@codemirror/commands', '@codemirror/lang-yaml', '@codemirror/language'],
  ...['@codemirror/lint', '@codemirror/search', '@codemirror/state', '@codemirror/view', '@lezer/highlight'],
  '@fontsource-variable/inter',
];

const head = `jalur: Copyright the authors of jalur.

Licensed under the Apache License, Version 2.0. On Debian systems its text is in /usr/share/common-licenses/Apache-2.0.

The package contains other works, under these licences:
`;

const node = `== Node.js (usr/lib/jalur/node/node)

Copyright Node.js contributors; the MIT licence, and those of what it is made of: /usr/share/doc/jalur/nodejs-licence.gz
`;

export function copyright(root) {
  const found = new Map();
  for (const name of builtOf) collect(join(root, 'node_modules'), name, [], found);
  const parts = [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, text]) => `== ${name}\n\n${text}\n`);
  return [head, ...parts, node].join('\n');
}

/** A library and what it needs: beside it, or inside of the one that asks for it. */
function collect(modules, name, within, found) {
  const folder = [...within].reverse().map(one => join(one, 'node_modules', name));
  const place = [...folder, join(modules, name)].find(one => existsSync(join(one, 'package.json')));
  if (place === undefined) return;
  const {
    version,
    license,
    dependencies = {},
  } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'));
  const key = `${name} ${version}`;
  if (found.has(key)) return;
  found.set(key, licenceIn(place) ?? `Licence: ${license}`);
  for (const needed of Object.keys(dependencies).filter(isProgram))
    collect(modules, needed, [...within, place], found);
}

const isProgram = name => !name.startsWith('@types/');

function licenceIn(folder) {
  const file = readdirSync(folder).find(name => /^licen[cs]e/i.test(name));
  return file && readFileSync(join(folder, file), 'utf8').trim();
}
