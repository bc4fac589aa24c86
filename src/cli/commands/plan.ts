import type { Command } from 'commander';
import { compileLinux } from '../../compile/index.ts';
import { printPlan } from '../../linux/index.ts';
import { type Diagnostic, hasErrors } from '../../text/index.ts';
import { scriptsLeftAlone } from '../../walk/index.ts';
import { exitCode } from '../exit-code.ts';
import { type JsonOption, withJson } from '../options/json.ts';
import { parseNumber } from '../options/number.ts';
import { basisOf, complain, readSubject, type SubjectOptions, withSubject } from '../subject.ts';

interface Options extends SubjectOptions, JsonOption {
  readonly seed: number;
}

const examples = `
Examples:
  jalur plan examples/paper-fixed                 the whole program as text
  jalur plan office.rsc --down ether2             the program while that link is down
  jalur plan office.rsc --json`;

/** `jalur plan`: the Linux program that a configuration becomes. Nothing is changed. */
export function register(command: Command): void {
  withJson(withSubject(command))
    .description(
      'Shows the Linux program that a configuration becomes: sysctl, rules, routes, nftables, tc, services.\nEach line ends in the place of the statement that asked for it. Nothing is changed.',
    )
    .option(
      '--seed <number>',
      'seed of the PCC hash (a running gateway chooses one and keeps it)',
      parseNumber,
      0,
    )
    .addHelpText('after', examples)
    .action(async (paths: string[], options: Options) => {
      process.exitCode = await show(paths, options);
    });
}

async function show(paths: readonly string[], options: Options): Promise<number> {
  const subject = await readSubject(paths, options, { only: 'leases' });
  if (!subject) return exitCode.noAnswer;
  const { config, situation, assumptions } = subject;
  const { router, world, rib } = situation;
  const basis = basisOf(subject, options.lang);
  const compiled = compileLinux(router, rib, world, { seed: options.seed });
  const diagnostics: Diagnostic[] = [
    ...config.diagnostics,
    ...compiled.diagnostics,
    ...scriptsLeftAlone(config.router),
  ];
  complain(config.file, diagnostics, config.texts);
  const text = options.json
    ? `${JSON.stringify({ file: config.file, basis, assumptions, world, program: compiled.program, diagnostics }, null, 2)}\n`
    : `${basis.map(line => `# ${line}\n`).join('')}\n${printPlan(compiled.program)}`;
  process.stdout.write(text);
  return hasErrors(diagnostics) ? exitCode.bad : exitCode.ok;
}
