import { type Command, InvalidArgumentError } from 'commander';
import { parseDuration } from '../../net/index.ts';
import type { FaultFlags } from '../lab/fault-lab.ts';
import type { UpFlags } from '../lab/keep-lab.ts';
import type { RunFlags } from '../lab/run-lab.ts';
import { listed, withExports, withRuns } from '../lab/run-options.ts';
import { withSharing } from '../options/balance.ts';
import { withPace } from '../options/health.ts';
import { inAsked, withLanguage } from '../options/language.ts';
import { withSkip } from '../options/skip-unsupported.ts';

const pathText = 'folder with topology.yaml and a configuration, or a .rsc file';
const languageText = 'language of the report and of the progress: en or id';

const usualPace = 'routeros; jalur where shares follow the lines';

const runExamples = `
Examples:
  jalur lab run examples/paper-fixed
  jalur lab run examples/paper --experiment balance,failover --html report.html
  jalur lab run examples/paper-fixed --repeat 3 --csv tables --svg figures
  jalur lab run office.rsc --balance adaptive --experiment shares
  jalur lab run office.rsc --json result.json      a bench is derived from the configuration`;

const upExamples = `
Examples:
  jalur lab up examples/paper-fixed
  jalur lab up examples/office --traffic
  sudo jalur web --lab office        in another terminal: its pages, with cables to pull`;

const topologyExamples = `
Examples:
  jalur lab topology office.rsc > topology.yaml`;

const faultExamples = `
Examples:
  jalur lab fault unplug isp1
  jalur lab fault lossy isp2 --loss 5
  jalur lab fault flap --times 3 --down 500ms --up 2s`;

/** `jalur lab run`, `topology`, `up`, `fault`, `repair`. */
export function register(command: Command): void {
  command.description(
    'The bench: internet, ISPs with DHCP and rate limits, the gateway under test, clients. No packet leaves it.',
  );
  registerRun(command.command('run').summary('run every experiment on it, or some of them'));
  registerTopology(command.command('topology').summary('print the whole topology of a bench, to edit'));
  registerUp(command.command('up').summary('bring the bench up and keep it, without experiments'));
  registerFault(command.command('fault').summary('make a fault in a lab that is kept up'));
  registerRepair(command.command('repair').summary('end the faults of a lab that is kept up'));
}

function registerRun(command: Command): void {
  command
    .argument('<path>', pathText)
    .description(
      'Runs experiments on a configuration and judges each against what its topology.yaml expects; without that each is measured, and fails only where the network does not work.\nExit code 0: nothing fails; 1: an experiment fails; 2: the files have errors, or this machine lacks something.',
    )
    .option(
      '-e, --experiment <names>',
      'only these, comma-separated: addressing, ping, balance, failover, speed, filter, methods, forwards, returns, networks, names, rules, and with --balance adaptive shares',
      listed,
    )
    .option(
      '--faults <names>',
      'what failover does to each ISP, comma-separated: unplug, blackhole, gateway-dead, lossy, slow, flap, gateway-change',
      listed,
    )
    .option('--json <file>', 'write the whole result as JSON (docs/lab-report.schema.json)')
    .option('--html <file>', 'write the report as one self-contained HTML file')
    .option('--keep', 'afterwards keep one lab up until Ctrl-C')
    .addHelpText('after', runExamples);
  withSharing(
    withPace(withSkip(withLanguage(withExports(withRuns(command)), languageText)), usualPace),
  ).action(async (path: string, flags: RunFlags) => {
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
  withPace(withSkip(withLanguage(command, languageText)), 'routeros')
    .argument('<path>', pathText)
    .description('Brings one lab up, says how to get into each of its machines, and keeps it until Ctrl-C.')
    .option('--traffic', 'its clients use the Internet meanwhile, as people in an office do')
    .addHelpText('after', upExamples)
    .action(async (path: string, flags: UpFlags) => {
      const { upLab } = await import('../lab/keep-lab.ts');
      process.exitCode = await upLab(path, flags);
    });
}

const labText = 'the lab that is meant, as jalur lab up was given it; needed where several are kept up';

function registerFault(command: Command): void {
  withLanguage(command, languageText)
    .argument('<name>', 'unplug, blackhole, gateway-dead, lossy, slow, flap or gateway-change (docs/lab.md)')
    .argument('[isp]', 'an ISP of its topology; the first one where none is named')
    .description(
      'Makes a fault in a lab that jalur lab up, or jalur lab run --keep, keeps up in another terminal.\nExit code 0: it is in effect; 2: there is no such lab, ISP or fault.',
    )
    .option('--lab <path>', labText)
    .option('--loss <percent>', 'lossy: packets lost each way (default: 20)', percent)
    .option('--delay <time>', 'slow: one way (default: 400ms)', time)
    .option('--jitter <time>', 'slow: to either side (default: 50ms)', time)
    .option('--times <number>', 'flap: how often (default: 5)', wholeNumber)
    .option('--down <time>', 'flap: how long the carrier is away (default: 1s)', time)
    .option('--up <time>', 'flap: how long it is there (default: 1s)', time)
    .addHelpText('after', faultExamples)
    .action(async (name: string, isp: string | undefined, { down, up, ...flags }: FaultWords) => {
      const { faultLab } = await import('../lab/fault-lab.ts');
      process.exitCode = await faultLab(name, isp, { ...flags, downMs: down, upMs: up });
    });
}

type FaultWords = FaultFlags & { readonly down?: number; readonly up?: number };

function registerRepair(command: Command): void {
  withLanguage(command, languageText)
    .argument('[isp]', 'an ISP of its topology; all of them where none is named')
    .description('Ends the faults that jalur lab fault made in a lab that is kept up.')
    .option('--lab <path>', labText)
    .addHelpText('after', '\nExamples:\n  jalur lab repair\n  jalur lab repair isp1')
    .action(async (isp: string | undefined, flags: FaultFlags) => {
      const { repairLab } = await import('../lab/fault-lab.ts');
      process.exitCode = await repairLab(isp, flags);
    });
}

function percent(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= 100) return value;
  throw new InvalidArgumentError(
    inAsked({ en: 'It is a number from 0 to 100.', id: 'Angka dari 0 sampai 100.' }),
  );
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 1000) return value;
  throw new InvalidArgumentError(
    inAsked({ en: 'It is a whole number from 1 to 1000.', id: 'Bilangan bulat dari 1 sampai 1000.' }),
  );
}

function time(text: string): number {
  const ms = /[a-z]$/.test(text) ? parseDuration(text) : undefined;
  if (ms !== undefined && ms >= 0 && ms <= 3_600_000) return ms;
  throw new InvalidArgumentError(
    inAsked({
      en: 'It is a time such as 500ms or 2s, at most 1h.',
      id: 'Waktu seperti 500ms atau 2s, paling lama 1h.',
    }),
  );
}
