import type { Command } from 'commander';
import { withParallel } from '../lab/parallel.ts';
import type { RunFlags } from '../lab/run-lab.ts';
import { type LanguageOption, withLanguage } from '../options/language.ts';

const listed = (text: string): readonly string[] => text.split(',').map(word => word.trim());

const pathText = 'folder with topology.yaml and a configuration, or a .rsc file';
const languageText = 'language of the report and of the progress: en or id';

const runExamples = `
Examples:
  jalur lab run examples/paper-fixed
  jalur lab run examples/paper --experiment balance,failover --html report.html
  jalur lab run office.rsc --json result.json      a bench is derived from the configuration`;

const upExamples = `
Examples:
  jalur lab up examples/paper-fixed`;

const topologyExamples = `
Examples:
  jalur lab topology office.rsc > topology.yaml`;

/** `jalur lab run`, `jalur lab topology`, `jalur lab up`. */
export function register(command: Command): void {
  command.description(
    'The bench: internet, ISPs with DHCP and rate limits, the gateway under test, clients. No packet leaves it.',
  );
  registerRun(command.command('run').summary('run the experiments of the paper on it'));
  registerTopology(command.command('topology').summary('print the whole topology of a bench, to edit'));
  registerUp(command.command('up').summary('bring the bench up and keep it, without experiments'));
}

function registerRun(command: Command): void {
  command
    .argument('<path>', pathText)
    .description(
      'Runs experiments on a configuration and judges each against what its topology.yaml expects; without that each is measured, and fails only where the network does not work.\nExit code 0: nothing fails; 1: an experiment fails; 2: the files have errors, or this machine lacks something.',
    )
    .option(
      '-e, --experiment <names>',
      'only these, comma-separated: addressing, ping, balance, failover, speed, filter, methods',
      listed,
    )
    .option('--json <file>', 'write the whole result as JSON (docs/lab-report.schema.json)')
    .option('--html <file>', 'write the report as one self-contained HTML file')
    .option('--keep', 'afterwards keep one lab up until Ctrl-C')
    .addHelpText('after', runExamples);
  withLanguage(withParallel(command), languageText).action(async (path: string, flags: RunFlags) => {
    const { runLab } = await import('../lab/run-lab.ts');
    process.exitCode = await runLab(path, flags);
  });
}

function registerTopology(command: Command): void {
  command
    .argument('<path>', pathText)
    .description(
      'Prints the topology of a bench as YAML: what topology.yaml states, and what is derived from the configuration or usual where it is silent. Read back, it gives the same bench.',
    )
    .addHelpText('after', topologyExamples)
    .action(async (path: string) => {
      const { printBench } = await import('../lab/print-topology.ts');
      process.exitCode = printBench(path);
    });
}

function registerUp(command: Command): void {
  withLanguage(command, languageText)
    .argument('<path>', pathText)
    .description('Brings one lab up, says how to get into each of its machines, and keeps it until Ctrl-C.')
    .addHelpText('after', upExamples)
    .action(async (path: string, { lang }: LanguageOption) => {
      const { upLab } = await import('../lab/keep-lab.ts');
      process.exitCode = await upLab(path, lang);
    });
}
