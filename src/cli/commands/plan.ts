import type { Command } from 'commander';
import { basisOf, sharingOf } from '../../answers/index.ts';
import { compileLinux, hostFiles, rehearsalFindings } from '../../compile/index.ts';
import { type Config, deviceReasons } from '../../config/index.ts';
import { atPace, dialsOf } from '../../gateway/index.ts';
import { rehearse } from '../../kernel/index.ts';
import { printPlan } from '../../linux/index.ts';
import { endSoon } from '../../sys/index.ts';
import {
  type Diagnostic,
  hasErrors,
  type InEveryLanguage,
  type Language,
  visible,
} from '../../text/index.ts';
import { notOnLinux, withoutSkipped } from '../../walk/index.ts';
import { exitCode } from '../exit-code.ts';
import { type BalanceOption, withBalance } from '../options/balance.ts';
import { type HealthFlags, healthOf, withHealth } from '../options/health.ts';
import { type JsonOption, withJson } from '../options/json.ts';
import { inAsked } from '../options/language.ts';
import { parseNumber } from '../options/number.ts';
import { type PlainOption, withPlain } from '../options/plain.ts';
import { type SkipOption, withSkip } from '../options/skip-unsupported.ts';
import { jsonText } from '../output/json.ts';
import { printTable } from '../output/table.ts';
import { planHead } from '../plan/head.ts';
import { shortCutRows, shortCutText } from '../plan/short-cuts.ts';
import { writeHostFiles } from '../plan/write-host-files.ts';
import { complain, readSubject, type SubjectOptions, withSubject } from '../subject.ts';

interface Options extends SubjectOptions, HealthFlags, JsonOption, PlainOption, SkipOption, BalanceOption {
  readonly seed: number;
  readonly hostFiles?: string;
}

const examples = `
Examples:
  jalur plan examples/paper-fixed                 the whole program as text
  jalur plan office.rsc --down ether2             the program while that link is down
  jalur plan office.rsc --port ether1-gateway=eth0 --port ether2=eth1
  jalur plan office.rsc --host-files host         files for systemd-networkd and pppd, to look at or to copy to /etc
  jalur plan office.rsc --json`;

/** `jalur plan`: the Linux program that a configuration becomes. Nothing is changed. */
export function register(command: Command): void {
  withPlain(withBalance(withHealth(withSkip(withJson(withSubject(command))))))
    .description(
      'Shows the Linux program that a configuration becomes: sysctl, rules, routes, nftables, tc, services.\nEach line ends in the place of the statement that asked for it. Nothing is changed.',
    )
    .option(
      '--seed <number>',
      'seed of the PCC hash (a running gateway chooses one and keeps it)',
      parseNumber,
      0,
    )
    .option(
      '--host-files <dir>',
      'write what the host must have into this folder: bridges, VLANs, WireGuard with its keys and peers (systemd-networkd), PPPoE (pppd); they belong in /etc',
    )
    .addHelpText('after', examples)
    .action(async (paths: string[], options: Options) => {
      process.exitCode = await show(paths, options);
    });
}

async function show(paths: readonly string[], options: Options): Promise<number> {
  endSoon();
  const subject = await readSubject(paths, options, { engine: 'linux' });
  if (!subject) return exitCode.noAnswer;
  const { config, situation, assumptions } = subject;
  const { router, world, rib } = situation;
  const basis = basisOf(subject, options.lang);
  const health = { ...healthOf(options, config.run), leaseRoutes: config.leaseRoutes };
  const compiled = compileLinux(router, rib, world, {
    seed: options.seed,
    language: options.lang,
    plain: options.plain,
    dials: dialsOf({ ...config, router }),
    exactCounters: options.counters === 'exact',
    shares: sharingOf(options.balance, subject),
    ...atPace({ router, rib, world }, health),
  });
  const found: Diagnostic[] = [
    ...config.diagnostics,
    ...compiled.diagnostics,
    ...rehearsalFindings(router, compiled.program.nft, rehearse(compiled.program.nft), options.lang),
    ...notOnLinux(config.router, options.lang),
  ];
  const diagnostics = withoutSkipped(found, options.skipUnsupported, options.lang);
  // What it is comes before what is said of it, also where both go to one terminal.
  if (!options.json) process.stdout.write(planHead(config.file, diagnostics, options.lang));
  complain(config.file, diagnostics, config.texts);
  const text = options.json
    ? jsonText({
        file: config.file,
        basis,
        assumptions,
        world,
        devices: config.devices,
        program: compiled.program,
        shortCuts: shortCutRows(compiled.shortCuts, options.lang),
        diagnostics,
      })
    : `${[...basis, ...deviceTable(config, options.lang)]
        .map(
          line => `# ${line}
`,
        )
        .join('')}
${printPlan(compiled.program)}${shortCutText(compiled.shortCuts, options.lang)}`;
  process.stdout.write(text);
  const written = options.hostFiles === undefined || writeHost(options.hostFiles, config);
  return hasErrors(diagnostics) || !written ? exitCode.bad : exitCode.ok;
}

const deviceColumns: InEveryLanguage<readonly string[]> = {
  en: ['RouterOS interface', 'Linux device', 'because'],
  id: ['Interface RouterOS', 'Device Linux', 'karena'],
};

/** Which Linux device is which interface, where they are not called the same. */
function deviceTable({ devices }: Config, language: Language): string[] {
  const columns = deviceColumns[language].map(title => ({ title }));
  const rows = devices.map(one => [visible(one.interface), one.device, deviceReasons[one.why][language]]);
  return rows.length === 0 ? [] : printTable(columns, rows).trimEnd().split('\n');
}

/** The host's files, and what is left to do; on standard error, as the plan itself may go on to a program. */
function writeHost(folder: string, { router, secrets }: Config): boolean {
  const { files, notes } = hostFiles(router, secrets);
  for (const note of notes) process.stderr.write(`${inAsked(note)}\n`);
  return writeHostFiles(folder, files);
}
