/** Every sentence the command line says by itself, in one place. Findings about texts come from their own floors. */
export const messages = {
  program: {
    description: "Reads a multi-WAN gateway's configuration, proves it in a lab and runs it on Linux.",
    version: 'print the version',
    help: 'print this help',
    noColor: 'no colours, also on a terminal (as does NO_COLOR=1)',
    hint: '(jalur --help shows the commands)',
    examples: `
Examples:
  jalur start                        the paper's gateway and its repair, every experiment, one report
  jalur lab run examples/paper-fixed the experiments for one configuration
  jalur plan examples/paper          what would be done to Linux, as text; nothing is changed
  jalur routes examples/paper        every route, which are active, and why the others are not`,
  },
  failure: {
    environment: (sentence: string, next: string) =>
      `jalur: ${sentence}\n${next === '' ? '' : `       ${next}\n`}`,
    bug: (detail: string) =>
      `jalur: this is a bug in jalur, not in your configuration.\n${detail}\n       Please report it with the command you ran.\n`,
  },
} as const;
