import { exitCode } from './exit-code.ts';

/** Trouble with the machine, reported by any effects floor: one sentence, and the command that helps. */
interface EnvironmentTrouble extends Error {
  readonly next: string;
}

// By shape, not by class: loading the effects floors to name their error would slow every start.
function isEnvironmentTrouble(error: unknown): error is EnvironmentTrouble {
  return error instanceof Error && error.name === 'EnvironmentError' && 'next' in error;
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function environmentText({ message, next }: EnvironmentTrouble): string {
  return `jalur: ${message}\n${next === '' ? '' : `       ${next}\n`}`;
}

function bugText(detail: string): string {
  return `jalur: this is a bug in jalur, not in your configuration.\n${detail}\n       Please report it with the command you ran.\n`;
}

/** Tells a person what stopped the command; returns the exit code that goes with it. */
export function reportFailure(error: unknown): number {
  if (isEnvironmentTrouble(error)) {
    process.stderr.write(environmentText(error));
    return exitCode.noAnswer;
  }
  process.stderr.write(bugText(describe(error)));
  return exitCode.bug;
}
