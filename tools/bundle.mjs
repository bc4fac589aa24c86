// Joins the compiled modules into few files. Node takes about 0.2 ms to open and link a module, and a command has some
// four hundred of them: joined, `jalur plan` starts in half the time, and so does the gateway in every lab.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const self = fileURLToPath(import.meta.url);
const root = dirname(dirname(self));
const dist = join(root, 'dist');
const out = join(dist, 'bundle');

// Of the very same modules, libraries and Node.js nothing else would come: set-up and tests ask for it each time.
const made = join(out, 'cli/main.cjs');
const code = join(dist, 'code', `${process.version}-${process.arch}`);
const stamp = join(dist, 'bundled');
const what = fingerprint();
if ([made, code, stamp].every(path => existsSync(path)) && readFileSync(stamp, 'utf8') === what) {
  const now = new Date();
  utimesSync(made, now, now);
  process.exit(0);
}
rmSync(stamp, { force: true });

function fingerprint() {
  const hash = createHash('sha256').update(process.version);
  const outputs = /^(?:bundle|web|playground|code|package)\//;
  const modules = readdirSync(dist, { recursive: true })
    .filter(path => path.endsWith('.js') && !outputs.test(path))
    .map(path => join(dist, path));
  const bin = readdirSync(join(root, 'bin')).map(name => join(root, 'bin', name));
  const others = [self, join(root, 'tools/code.cjs'), join(root, 'package-lock.json'), ...bin];
  for (const path of [...modules, ...others].sort()) hash.update(`\n${path}\n`).update(readFileSync(path));
  return hash.digest('hex');
}

/** What a process or a worker starts with; `entryPoint` in src/files finds them by these names. */
const entries = [
  'cli/main',
  'gateway/main',
  'gateway/confined',
  'kernel/watch/watch-worker',
  'kernel/tracked/tracked-worker',
  'probe/probe-worker',
  'journal/journal-worker',
  'report/past/past-worker',
  'delivery/delivery-worker',
  'server/thread/think-worker',
  'lab/orchestrate/runner-main',
  'lab/router/kept-main',
  'lab/cable/worker',
];

/**
 * Commander loads what starts programs, for commands that are programs of their own, of which we have none: with it Node
 * loads its whole network, 10 ms at each start.
 */
const withoutPrograms = {
  name: 'without-programs',
  resolveId: (source, importer) =>
    source === 'node:child_process' && /[\\/]node_modules[\\/]commander[\\/]/.test(importer ?? '')
      ? '\0nothing'
      : null,
  load: id => (id === '\0nothing' ? 'module.exports = {};' : null),
};

/** Of zod's messages, which are in 63 languages, none but the English ones are ever asked for. */
const inEnglish = {
  name: 'in-english',
  load: id =>
    /[\\/]node_modules[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/.test(id)
      ? "export { default as en } from './en.js';"
      : null,
};

/** Letters beyond ASCII as escapes: text of one byte a letter is read without being decoded, and is half as large in memory. */
const asAscii = {
  name: 'as-ascii',
  generateBundle(_, files) {
    for (const chunk of Object.values(files))
      if (chunk.type === 'chunk') chunk.code = chunk.code.replaceAll(/[^\0-\x7f]/g, escapeOf);
  },
};
const escapeOf = letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * Folders of which most commands use little. None of their modules does anything by being loaded, so who imports from one loads what it
 * uses and not all that its index names: a gateway has no rules of lint and no proofs in memory.
 */
const usedInPart = /[\\/]dist[\\/](?:answers|cli|config|convert|diff|lint|prove|spread|report)[\\/]/;

const bundle = await rolldown({
  input: Object.fromEntries(entries.map(name => [name, join(dist, `${name}.js`)])),
  platform: 'node',
  preserveEntrySignatures: 'allow-extension',
  external: ['koffi', 'libsql'],
  treeshake: { moduleSideEffects: id => !usedInPart.test(id) },
  plugins: [withoutPrograms, inEnglish, asAscii],
});
/** What a process or a worker starts with has the loader of bin/ for the chunks that it needs. */
const ownLoader = name => {
  const loader = relative(dirname(join(out, name)), join(dirname(dist), 'bin/chunks.cjs'));
  return `require = require(${JSON.stringify(loader)}).requireFrom(__filename, require);`;
};
const { output } = await bundle.write({
  dir: out,
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name]-[hash].cjs',
  // Few commands read an intent, and its schema takes as long to load as all of RouterOS: bin/chunks.cjs loads what is called
  // `later` when something of it is first asked for.
  codeSplitting: {
    includeDependenciesRecursively: false,
    groups: [
      { name: 'later-intent', test: /[\\/]dist[\\/]intent[\\/](?!is-intent|index)/ },
      { name: 'later-zod', test: /[\\/]node_modules[\\/]zod[\\/]/ },
      { name: 'later-yaml', test: /[\\/]node_modules[\\/]yaml[\\/]/ },
    ],
  },
  intro: ({ isEntry, name }) => (isEntry ? ownLoader(name) : ''),
  sourcemap: false,
  minify: { mangle: { keepNames: true }, compress: true, codegen: { removeWhitespace: true } },
});

// Chunks of earlier builds have other hashes in their names.
const current = new Set(output.map(({ fileName }) => fileName));
const old = readdirSync(out).filter(name => /\.c?js$/.test(name) && !current.has(name));
for (const name of old) rmSync(join(out, name));
rmSync(join(dist, 'code'), { recursive: true, force: true });

const node = (...argv) => execFileSync(process.execPath, argv, { cwd: root, encoding: 'utf8' });

// The manual page, which npm links where `man` finds it when the package is installed.
writeFileSync(join(dist, 'jalur.1'), node('bin/jalur', 'man'));

// The start of a gateway by a shell: confined and preferred at once, where the tools are there, we may, and what it reads can be read so. If
// not, Node starts itself anew (src/sys/capabilities/confine.ts).
const { gatewayCapabilities, gatewayNodeOptions } = await import('../dist/sys/index.js');
const rights = gatewayCapabilities.map(name => `+${name.toLowerCase()}`).join(',');
writeFileSync(
  join(out, 'gateway/confined.sh'),
  `prefer='prlimit --nice=40:40'
$prefer true 2>/dev/null || prefer='nice -n -20'
[ -z "$($prefer true 2>&1)" ] || prefer=
confined="$prefer setpriv --no-new-privs --inh-caps=-all --bounding-set=-all,${rights} --"
is_fit() {
  fit=1
  for word; do
    case $word in -*) continue ;; esac
    [ -d "$word" ] && return 1
    [ -e "$word" ] || continue
    $confined test -r "$word" 2>/dev/null || return 1
    fit=0
  done
  return $fit
}
if [ "$(id -u)" = 0 ] && is_fit "$@"; then
  export MALLOC_ARENA_MAX="\${MALLOC_ARENA_MAX:-1}"
  exec $confined node ${gatewayNodeOptions.join(' ')} "$0" "$@"
fi
`,
);

// What V8 makes of the chunks while it does what a gateway and most commands begin with.
node('tools/code.cjs');
writeFileSync(stamp, what);
