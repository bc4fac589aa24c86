/** What the commands say that read, convert and tidy RouterOS text. */
export const rscMessages = {
  parse: {
    summary: 'read RouterOS text and say what was understood',
    description:
      'Reads RouterOS text of any kind (export, script, snippet, listing) and says where every statement went:\nmodelled, kept as written, or not evaluated.',
    files: 'RouterOS text',
    json: 'as JSON: one entry for each file, findings included',
    print: 'print the configuration as canonical RouterOS text',
    examples: `
Examples:
  jalur parse office.rsc                          what was understood, and every finding
  jalur parse --json *.rsc                        the same as JSON
  jalur parse --print examples/paper/listing.txt  a listing without menus as a proper configuration`,
    exclusive: '--json and --print do not go together.',
    counts: (counts: { statements: number; modelled: number; kept: number; notEvaluated: number }) =>
      `${counts.statements} statements: ${counts.modelled} modelled, ${counts.kept} kept as written, ${counts.notEvaluated} not evaluated`,
    version: (version: string, evidence: readonly string[]) =>
      `RouterOS ${version} (${evidence.join('; ') || 'nothing in the text says so: assumed'})`,
  },
  convert: {
    summary: 'rewrite a configuration for RouterOS 6 or 7',
    description:
      'Rewrites a configuration for another RouterOS: routing marks and tables, rules, ECMP, scopes, gateway checks,\nDHCP default routes. What the target cannot say is said; exit code 1 where that changes what the text does.',
    file: 'RouterOS text',
    to: 'target: v6, v7, or v7:18 for 7.18',
    form: 'v6, v7 or v7:18 is the form.',
    output: 'write to this file instead of standard output',
    verbose: 'write defaults too',
    examples: `
Examples:
  jalur convert office-v6.rsc --to v7 -o office-v7.rsc
  jalur convert office.rsc --to v7:16`,
  },
  fmt: {
    summary: 'tidy the layout of RouterOS text',
    description:
      'Tidies the layout of files in place: one statement a line, wrapped like an export. Nothing else changes;\na file with broken syntax is left alone.',
    files: 'RouterOS text',
    check: 'change nothing; exit code 1 where a file is not tidy',
    changed: (file: string) => `tidied ${file}\n`,
    untidy: (file: string) => `not tidy: ${file}\n`,
    examples: `
Examples:
  jalur fmt office.rsc
  jalur fmt --check *.rsc`,
  },
  dialectOption: 'read the text as RouterOS 6 or 7',
  dialects: 'v6 or v7.',
  unreadable: (file: string, why: string) => `${file} cannot be read: ${why}`,
  unreadableNext: 'Name a text file with RouterOS configuration (.rsc).',
} as const;
