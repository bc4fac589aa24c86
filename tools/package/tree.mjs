// The files of the package, where Debian wants them.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { maintainer } from './control.mjs';
import { copyright } from './copyright.mjs';

/** Starts the program by the Node.js that the package carries. */
const starter = `#!/bin/sh
PATH=/usr/lib/jalur/node:$PATH
exec /usr/lib/jalur/bin/jalur "$@"
`;

/** What the program is, below /usr/lib/jalur. */
const own = ['package.json', 'bin', 'dist/bundle', 'dist/web', 'assets'];
const library = {
  koffi: ['package.json', 'index.cjs', 'src/koffi/index.cjs', 'src/koffi/src/static.cjs'],
  commander: ['package.json', 'index.js', 'lib'],
};

/** What V8 makes of the program is the same each time. */
const always = ['--predictable', '--random-seed=1'];

export async function writeTree({ root, tree, arch, version, epoch, nodeFolder, bridge, bridgeFolder }) {
  const home = join(tree, 'usr/lib/jalur');
  const put = (path, bytes, mode = 0o644) => write(join(tree, path), bytes, mode);
  for (const path of own) copy(join(root, path), join(home, path));
  for (const path of rulePages(root)) copy(join(root, path), join(home, path));
  for (const [name, paths] of Object.entries(library))
    for (const path of paths)
      copy(join(root, 'node_modules', name, path), join(home, 'node_modules', name, path));
  putBridge(join(home, 'node_modules', bridge), bridgeFolder, arch);
  copy(join(nodeFolder, 'bin/node'), join(home, 'node/node'));
  strip(join(home, 'node/node'));
  // For npm alone.
  rmSync(join(home, 'bin/jalur.cjs'));
  const compiled = spawnSync(join(home, 'node/node'), [...always, 'tools/code.cjs'], { cwd: root });
  if (compiled.status === 0) putCode(root, home);
  put('usr/bin/jalur', starter, 0o755);
  await putService({ root, put, tree });
  putPages({ root, tree, put, version, epoch, nodeFolder });
  modes(tree);
}

/** Those that `lint --explain` prints. */
const rulePages = root =>
  readdirSync(join(root, 'src/lint/rules'), { recursive: true })
    .filter(path => path.endsWith('.md'))
    .map(path => join('src/lint/rules', path));

function putBridge(target, source, arch) {
  for (const name of ['package.json', 'index.js']) copy(join(source, name), join(target, name));
  const folder = arch === 'arm64' ? 'linux_arm64' : 'linux_x64';
  copy(join(source, folder, 'koffi.node'), join(target, folder, 'koffi.node'));
  chmodSync(join(target, folder, 'koffi.node'), 0o644);
  strip(join(target, folder, 'koffi.node'));
}

/** Of another processor it stays as it is. */
function strip(file) {
  const { status } = spawnSync('strip', ['--strip-unneeded', '--remove-section=.comment', file]);
  if (status !== 0) process.stderr.write(`package: ${file} was not stripped\n`);
}

/** What V8 has made of the program under the Node.js that is carried; another processor's start takes longer without. */
function putCode(root, home) {
  const folder = readdirSync(join(root, 'dist/code')).find(name => !name.startsWith(`${process.version}-`));
  if (folder !== undefined) copy(join(root, 'dist/code', folder), join(home, 'dist/code', folder));
}

async function putService({ root, put, tree }) {
  const { unitText } = await import(join(root, 'dist/install/unit.js'));
  const { defaultsText } = await import(join(root, 'dist/install/defaults.js'));
  put('usr/lib/systemd/system/jalur.service', unitText({ program: '/usr/bin/jalur' }));
  put('etc/default/jalur', defaultsText());
  mkdirSync(join(tree, 'etc/jalur'), { recursive: true });
}

/** Pages for people, compressed as Debian asks for it; without the time, so that they are always the same. */
function putPages({ root, tree, put, version, epoch, nodeFolder }) {
  const doc = 'usr/share/doc/jalur';
  const zip = bytes => gzipSync(bytes, { level: 9 });
  const jalur = (...words) => execFileSync(join(root, 'bin/jalur'), words, { cwd: root, encoding: 'utf8' });
  put('usr/share/man/man1/jalur.1.gz', zip(readFileSync(join(root, 'dist/jalur.1'))));
  put('usr/share/bash-completion/completions/jalur', jalur('completion', 'bash'));
  put('usr/share/fish/vendor_completions.d/jalur.fish', jalur('completion', 'fish'));
  put(`${doc}/changelog.gz`, zip(readFileSync(join(root, 'CHANGELOG.md'))));
  put(`${doc}/changelog.Debian.gz`, zip(changelog(version, epoch)));
  put(`${doc}/copyright`, copyright(root));
  put(`${doc}/nodejs-licence.gz`, zip(readFileSync(join(nodeFolder, 'LICENSE'))));
  for (const path of ['README.md', 'docs', 'examples']) copy(join(root, path), join(tree, doc, path));
  const overrides = readFileSync(new URL('debian/lintian-overrides', import.meta.url));
  put('usr/share/lintian/overrides/jalur', overrides);
  symlinkSync('../../share/doc/jalur/examples', join(tree, 'usr/lib/jalur/examples'));
}

const changelog = (version, epoch) => `jalur (${version}) unstable; urgency=medium

  * See /usr/share/doc/jalur/changelog.gz.

 -- ${maintainer()}  ${new Date(Number(epoch) * 1000).toUTCString().replace('GMT', '+0000')}
`;

function write(path, bytes, mode) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes, { mode });
  chmodSync(path, mode);
}

function copy(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true, dereference: true });
}

/** Programs and folders for everybody, files to be read by everybody, as nothing in the package is a secret. */
function modes(folder) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) modes(path);
    else if (entry.isFile()) chmodSync(path, isProgram(path) ? 0o755 : 0o644);
    if (entry.name === '.gitignore') rmSync(path);
  }
}

const isProgram = path =>
  /\/(?:usr\/bin\/jalur|jalur\/bin\/jalur|jalur\/node\/node|assets\/(?:udhcpc|ppp-up|ppp-down)\.sh)$/.test(
    path,
  );
