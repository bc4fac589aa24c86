import { EnvironmentError } from '../../sys/index.ts';
import type { Runner, RunnerListener } from '../runner/process.ts';
import type { RunnerFailure, RunnerMessage, RunnerRequest } from './messages.ts';

/** Starts a runner process; injected, so that tests can start another one. */
export type StartRunner = (listener: RunnerListener) => Runner;

/** A message that ends a request well. */
type Answer = Extract<RunnerMessage, { type: 'outcome' | 'machine' | 'kept' | 'faults' | 'traffic' }>;

interface Pending {
  readonly onProgress: (fraction: number, line: string) => void;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: Error) => void;
}

/** The lab did not come up, whatever was to be measured in it. */
export class LabNotUp extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'LabNotUp';
  }
}

/** The error of a runner as an error of ours: trouble with the machine stays what it is. */
function errorOf({ message, environment, notUp }: RunnerFailure): Error {
  if (notUp) return new LabNotUp(message);
  return environment ? new EnvironmentError(environment.code, message, environment.next) : new Error(message);
}

/**
 * One runner process and the request it works on. A runner that dies takes only its request with it: the next request
 * starts a new one.
 */
export class Worker {
  readonly #start: StartRunner;
  #runner: Runner | undefined;
  #pending: Pending | undefined;
  #output: string[] = [];

  constructor(start: StartRunner) {
    this.#start = start;
  }

  /**
   * Sends a request and waits for its end, at most `limitMs`; then the runner is killed. Rejects with EnvironmentError
   * where the machine is the cause, with Error where the request failed.
   */
  async request(request: RunnerRequest, limitMs: number, onProgress: Pending['onProgress']): Promise<Answer> {
    const runner = this.#running();
    const late = setTimeout(() => {
      this.#fail(new Error(`it did not end within ${Math.round(limitMs / 1000)} s`));
      this.#runner = undefined;
      void runner.stop(0).catch(() => {});
    }, limitMs);
    try {
      return await new Promise((resolve, reject) => {
        this.#pending = { onProgress, resolve, reject };
        runner.send(request);
      });
    } finally {
      clearTimeout(late);
      this.#pending = undefined;
    }
  }

  /** Ends the runner, its lab first; killed after `graceMs`. */
  async close(graceMs: number): Promise<void> {
    const runner = this.#runner;
    this.#runner = undefined;
    await runner?.stop(graceMs).catch(() => {});
  }

  #running(): Runner {
    if (this.#runner) return this.#runner;
    this.#output = [];
    const runner = this.#start({
      onMessage: message => this.#onMessage(message as RunnerMessage),
      onLine: line => {
        this.#output = [...this.#output, line].slice(-12);
      },
    });
    this.#runner = runner;
    const ended = (reason: Error): void => this.#onEnd(runner, reason);
    runner.ended.then(
      code => ended(new Error([`its process ended with code ${code}`, ...this.#output].join('\n'))),
      ended,
    );
    return runner;
  }

  #onEnd(runner: Runner, reason: Error): void {
    if (this.#runner === runner) this.#runner = undefined;
    this.#fail(reason);
  }

  #fail(reason: Error): void {
    this.#pending?.reject(reason);
  }

  #onMessage(message: RunnerMessage): void {
    if (message.type === 'progress') this.#pending?.onProgress(message.fraction, message.line);
    else if (message.type === 'failed') this.#fail(errorOf(message.failure));
    else this.#pending?.resolve(message);
  }
}
