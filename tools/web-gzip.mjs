// Beside each file of the pages the same compressed, so that the server has it ready. Fonts are compressed already.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const packable = /\.(?:js|css|svg)$/;
/** Smaller ones fit into one packet anyway. */
const leastBytes = 1024;

/** @type {import('vite').Plugin} */
export const gzip = {
  name: 'gzip',
  apply: 'build',
  writeBundle: ({ dir }) => pack(dir),
};

function pack(folder) {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, name);
    if (!packable.test(name) || statSync(file).size < leastBytes) continue;
    writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
  }
}
