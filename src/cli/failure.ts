import { exitCode } from './exit-code.ts';
import { messages } from './messages.ts';

/** Trouble with the machine, told by any effects floor: one sentence, and the command that helps. */
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

/** Tells a person what stopped the command; returns the exit code that goes with it. */
export function reportFailure(error: unknown): number {
  if (isEnvironmentTrouble(error)) {
    process.stderr.write(messages.failure.environment(error.message, error.next));
    return exitCode.noAnswer;
  }
  process.stderr.write(messages.failure.bug(describe(error)));
  return exitCode.bug;
}
