import type { Command } from 'commander';
import { printRoutes } from '../../rib/index.ts';
import { exitCode } from '../exit-code.ts';
import { messages } from '../messages.ts';
import { basisOf, readSubject, type SubjectOptions, withSubject } from '../subject.ts';

interface Options extends SubjectOptions {
  readonly json?: boolean;
}

/** `jalur routes`: all candidates with flags, in the shape of the paper's Gambar 6. */
export function register(program: Command): void {
  const { summary, description, examples, json } = messages.routes;
  withSubject(program.command('routes').summary(summary).description(description))
    .option('--json', json)
    .addHelpText('after', examples)
    .action(async (path: string, options: Options) => {
      process.exitCode = await show(path, options);
    });
}

async function show(path: string, options: Options): Promise<number> {
  const subject = await readSubject(path, options);
  if (!subject) return exitCode.noAnswer;
  const { config, situation, assumptions } = subject;
  const { world, rib } = situation;
  const basis = basisOf(subject);
  const { dialect } = config.router.version;
  const text = options.json
    ? `${JSON.stringify({ file: config.file, dialect, basis, assumptions, world, ...rib }, null, 2)}\n`
    : `${basis.join('\n')}\n\n${printRoutes(rib, config.router.version)}`;
  process.stdout.write(text);
  return exitCode.ok;
}
