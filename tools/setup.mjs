#!/usr/bin/env node
// Set-up shared by `npm start` and `npm test`: system packages, npm packages, build. Plain JavaScript because it runs
// before anything is installed or built. Does only what is missing and says what it does.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const forTests = process.argv.includes('--test');

/** What the lab runs → the Debian/Ubuntu package that has it. `optional`: without it some tests are skipped by name. */
const tools = [
  { command: 'nft', package: 'nftables' },
  { command: 'ip', package: 'iproute2' },
  { command: 'tc', package: 'iproute2' },
  { command: 'conntrack', package: 'conntrack' },
  { command: 'dnsmasq', package: 'dnsmasq-base' },
  { command: 'udhcpc', package: 'udhcpc' },
  { command: 'ethtool', package: 'ethtool' },
  { command: 'unshare', package: 'util-linux' },
  { command: 'setpriv', package: 'util-linux' },
  ...(forTests
    ? [
        { command: 'git', package: 'git' },
        { command: 'ping', package: 'iputils-ping' },
        { command: 'chromium', package: 'chromium', optional: true },
        // Where systemd runs, the packages would start servers on the machine itself.
        ...(existsSync('/run/systemd/system')
          ? []
          : [
              { command: 'sshd', package: 'openssh-server', optional: true },
              { command: 'promtool', package: 'prometheus', optional: true },
            ]),
      ]
    : []),
];

// Debian keeps administration tools in sbin, which a plain user's PATH lacks.
const path = [
  ...new Set([...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin', '/usr/bin', '/bin']),
];
process.env.PATH = path.join(delimiter);

const has = command => path.some(folder => existsSync(join(folder, command)));
const say = line => process.stdout.write(`setup: ${line}\n`);

/** Ends the set-up with the reason and the next step. */
function fail(reason, next) {
  process.stderr.write(`setup: ${reason}\n${next ? `       ${next}\n` : ''}`);
  process.exit(2);
}

function run(argv, options = {}) {
  return spawnSync(argv[0], argv.slice(1), {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    ...options,
  });
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(
    `Node.js ${process.versions.node} is too old: 20.19 or later is needed.`,
    'See https://nodejs.org/en/download',
  );
}

/** How we may become root here: [] as root, ['sudo'] where it is at hand, undefined otherwise. */
function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  if (!has('sudo')) return undefined;
  const silent = run(['sudo', '-n', 'true']).status === 0;
  return silent || process.stdin.isTTY ? ['sudo'] : undefined;
}

function installPackages(packages, required) {
  const command = `apt-get install -y ${packages.join(' ')}`;
  const prefix = rootPrefix();
  if (!has('apt-get') || prefix === undefined) {
    if (required)
      fail(`these packages are missing: ${packages.join(' ')}`, `Install them, for example: sudo ${command}`);
    return;
  }
  say(`installing ${packages.join(' ')}`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // In that runlevel no package starts its server.
  const apt = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'RUNLEVEL=1', 'apt-get', '-q'];
  const options = { env: environment, stdio: [process.stdin.isTTY ? 'inherit' : 'ignore', 'pipe', 'pipe'] };
  run([...apt, 'update'], options);
  const result = run([...apt, 'install', '-y', '--no-install-recommends', ...packages], options);
  if (result.status !== 0 && required) {
    fail(
      `apt-get could not install ${packages.join(' ')}:\n${result.stderr.trim().split('\n').slice(-5).join('\n')}`,
      `Try: sudo ${command}`,
    );
  }
  if (result.status !== 0) say(`without ${packages.join(' ')}: the tests that need it will be skipped`);
}

function systemPackages() {
  const missing = tools.filter(({ command }) => !has(command));
  const names = wanted => [...new Set(wanted.map(tool => tool.package))];
  const required = names(missing.filter(tool => !tool.optional));
  if (required.length > 0) installPackages(required, true);
  for (const tool of names(missing.filter(tool => tool.optional))) installPackages([tool], false);
  const still = tools.filter(({ command, optional }) => !optional && !has(command));
  if (still.length > 0) fail(`still missing: ${still.map(({ command }) => command).join(', ')}`);
}

function npmPackages() {
  const stamp = join(root, 'node_modules', '.jalur-lock');
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('installing npm packages (npm ci), up to a minute');
  const result = run(['npm', 'ci', '--no-audit', '--no-fund']);
  if (result.status !== 0) fail(`npm ci failed:\n${result.stderr.trim().split('\n').slice(-8).join('\n')}`);
  writeFileSync(stamp, lock);
}

/** Newest change below a folder, in ms since 1970; tests are not part of the program. */
function newest(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((latest, entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return Math.max(latest, newest(path));
    return /\.test\.tsx?$/.test(entry.name) ? latest : Math.max(latest, statSync(path).mtimeMs);
  }, 0);
}

function build() {
  const built = ['bundle/cli/main.cjs', 'web/index.html'].map(path => join(root, 'dist', path));
  // What was installed anew is part of what is built.
  const others = ['tools/bundle.mjs', 'vite.config.ts', 'node_modules/.jalur-lock'];
  const changed = others.map(path => statSync(join(root, path)).mtimeMs);
  const sources = Math.max(newest(join(root, 'src')), ...changed);
  if (built.every(path => existsSync(path) && statSync(path).mtimeMs > sources)) return;
  say('building, about a minute');
  for (const step of [
    ['node_modules/typescript/bin/tsc', '-b', 'src/tsconfig.node.json'],
    ['tools/bundle.mjs'],
    ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
  ]) {
    const result = run([process.execPath, ...step]);
    if (result.status !== 0) fail(`the build failed:\n${result.stdout.trim()}\n${result.stderr.trim()}`);
  }
  say('built: ./bin/jalur works now');
}

checkNode();
systemPackages();
npmPackages();
build();
