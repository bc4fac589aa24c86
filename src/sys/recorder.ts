import { type RunOptions, type RunResult, run } from './run.ts';

/** The door to other programs, so that a dry run and a real one take the same way. */
export interface Door {
  run(argv: readonly string[], options?: RunOptions): RunResult;
}

/** One command as it went through the door. */
export interface Recorded {
  readonly argv: readonly string[];
  readonly input?: string | undefined;
}

/** A door that starts nothing and remembers what it was asked to start. */
export interface Recorder extends Door {
  readonly commands: readonly Recorded[];
}

/** Really starts programs. */
export const openDoor: Door = { run };

/** `answer` says what each command would have printed; by default nothing, with exit code 0. */
export function recorder(
  answer: (command: Recorded) => Partial<RunResult> | undefined = () => undefined,
): Recorder {
  const commands: Recorded[] = [];
  return {
    commands,
    run(argv, options = {}) {
      const command = options.input === undefined ? { argv } : { argv, input: options.input };
      commands.push(command);
      return { code: 0, stdout: '', stderr: '', ...answer(command) };
    },
  };
}
