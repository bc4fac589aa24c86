const packet = ['--src', '192.168.88.10', '--dst', '8.8.8.8', '--proto', 'tcp', '--dport', '443'];

/** Every command that reads a configuration, and as JSON, by what it is called; without other work than reading. */
export const readingCommands: Readonly<Record<string, (path: string) => readonly string[]>> = {
  parse: path => ['parse', path],
  'parse --print': path => ['parse', '--print', path],
  'parse --json': path => ['parse', '--json', path],
  routes: path => ['routes', path],
  'routes --json': path => ['routes', '--json', path],
  plan: path => ['plan', path],
  'plan --json': path => ['plan', '--json', path],
  explain: path => ['explain', path, ...packet],
  'explain --json': path => ['explain', '--json', path, ...packet],
  prove: path => ['prove', path],
  'prove --json': path => ['prove', '--json', path],
  spread: path => ['spread', path, '--flows', '20'],
  'spread --json': path => ['spread', '--json', path, '--flows', '20'],
  diff: path => ['diff', path, path, '--flows', '20'],
  'diff --json': path => ['diff', '--json', path, path, '--flows', '20'],
  convert: path => ['convert', path, '--to', 'v7'],
  fmt: path => ['fmt', '--check', path],
  'fmt --json': path => ['fmt', '--check', '--json', path],
};
