import { gatewayMessages } from './messages-gateway.ts';

/** Every sentence the command line says by itself, in one place. Findings about texts come from their own floors. */
export const messages = {
  ...gatewayMessages,
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
  lab: {
    summary: 'run a configuration on a bench of network namespaces',
    description:
      'The bench: internet, ISPs with DHCP and rate limits, the gateway under test, clients. No packet leaves it.',
    path: 'folder with topology.yaml and a configuration, or a .rsc file',
    run: 'run the experiments of the paper on it',
    runDescription:
      'Runs experiments on a configuration and judges each against what its topology.yaml expects.\nExit code 0: every verdict holds; 1: one does not, or the files have errors; 2: this machine lacks something.',
    experiment: 'only these, comma-separated: addressing, ping, balance, failover, speed, filter, methods',
    json: 'write the whole result as JSON (docs/lab-report.schema.json)',
    html: 'write the report as one self-contained HTML file',
    keep: 'afterwards keep one lab up until Ctrl-C',
    parallel: 'labs that run at the same time (default: three for each CPU, at most 8)',
    parallelRange: 'It is a number from 1 to 64.',
    runExamples: `
Examples:
  jalur lab run examples/paper-fixed
  jalur lab run examples/paper --experiment balance,failover --html report.html
  jalur lab run office.rsc --json result.json      a bench is derived from the configuration`,
    up: 'bring the bench up and keep it, without experiments',
    upDescription: 'Brings one lab up, says how to get into each of its machines, and keeps it until Ctrl-C.',
    upExamples: '\nExamples:\n  jalur lab up examples/paper-fixed',
    unknownExperiment: (unknown: string, known: string) =>
      `jalur: there is no experiment ${unknown}.\n       Experiments: ${known}\n`,
    language: 'language of the report and of the progress: en or id',
  },
  start: {
    summary: 'run the examples of the paper and compare them',
    description:
      "Runs every experiment on the paper's gateway and on its repaired version, several labs at a time, and writes the\nreports. About three minutes; what npm start does.",
    report: 'folder for the reports',
    examples: '\nExamples:\n  jalur start\n  jalur start --report /tmp/report --parallel 4',
  },
  failure: {
    environment: (sentence: string, next: string) =>
      `jalur: ${sentence}\n${next === '' ? '' : `       ${next}\n`}`,
    bug: (detail: string) =>
      `jalur: this is a bug in jalur, not in your configuration.\n${detail}\n       Please report it with the command you ran.\n`,
  },
} as const;
