import type { Said } from '../text/index.ts';
import { exitCode } from './exit-code.ts';
import { inAsked } from './options/language.ts';

/** Trouble with the machine, reported by any effects floor: one sentence, and the command that helps. */
interface EnvironmentTrouble extends Error {
  readonly said: { readonly what: Said; readonly do: Said };
}

// By shape, not by class: loading the effects floors to name their error would slow every start.
function isEnvironmentTrouble(error: unknown): error is EnvironmentTrouble {
  return error instanceof Error && error.name === 'EnvironmentError' && 'said' in error;
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function environmentText({ said }: EnvironmentTrouble): string {
  const [message, next] = [inAsked(said.what), inAsked(said.do)];
  return `jalur: ${message}\n${next === '' ? '' : `       ${next}\n`}`;
}

function bugText(detail: string): string {
  return inAsked({
    en: `jalur: this is a bug in jalur, not in your configuration.\n${detail}\n       Please report it with the command you ran.\n`,
    id: `jalur: ini bug di jalur, bukan di konfigurasi Anda.\n${detail}\n       Mohon laporkan dengan perintah yang Anda jalankan.\n`,
  });
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
