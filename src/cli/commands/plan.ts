import { type Command, InvalidArgumentError } from 'commander';
import { compileLinux } from '../../compile/index.ts';
import { printPlan } from '../../linux/index.ts';
import { type Diagnostic, hasErrors } from '../../text/index.ts';
import { exitCode } from '../exit-code.ts';
import { messages } from '../messages.ts';
import { basisOf, complain, readSubject, type SubjectOptions, withSubject } from '../subject.ts';

interface Options extends SubjectOptions {
  readonly json?: boolean;
  readonly seed: number;
}

/** `jalur plan`: the Linux program that a configuration becomes. Nothing is changed. */
export function register(program: Command): void {
  const { summary, description, examples, json, seed } = messages.plan;
  withSubject(program.command('plan').summary(summary).description(description))
    .option('--seed <number>', seed, parseSeed, 0)
    .option('--json', json)
    .addHelpText('after', examples)
    .action(async (path: string, options: Options) => {
      process.exitCode = await show(path, options);
    });
}

function parseSeed(text: string): number {
  const seed = Number(text);
  if (Number.isInteger(seed) && seed >= 0 && seed <= 0xffffffff) return seed;
  throw new InvalidArgumentError(messages.plan.seedRange);
}

async function show(path: string, options: Options): Promise<number> {
  const subject = await readSubject(path, options);
  if (!subject) return exitCode.noAnswer;
  const { config, situation, assumptions } = subject;
  const { world, rib } = situation;
  const basis = basisOf(subject);
  const compiled = compileLinux(config.router, rib, world, { seed: options.seed });
  const diagnostics: Diagnostic[] = [...config.diagnostics, ...compiled.diagnostics];
  complain(config.file, diagnostics);
  const text = options.json
    ? `${JSON.stringify({ file: config.file, basis, assumptions, world, program: compiled.program, diagnostics }, null, 2)}\n`
    : `${basis.map(line => `# ${line}\n`).join('')}\n${printPlan(compiled.program)}`;
  process.stdout.write(text);
  return hasErrors(diagnostics) ? exitCode.bad : exitCode.ok;
}
