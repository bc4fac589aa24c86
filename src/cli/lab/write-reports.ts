import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { EnvironmentError } from '../../sys/index.ts';

/** Writes a file and the folders above it. Throws EnvironmentError where it may not. */
export function writeReport(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EnvironmentError(
      'COMMAND_FAILED',
      `${file} cannot be written: ${reason}`,
      'Name another file.',
      {
        cause: error,
      },
    );
  }
}

/** JSON as people and diff tools like it. */
export const printJson = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
