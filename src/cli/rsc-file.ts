import { readFileSync } from 'node:fs';
import { InvalidArgumentError } from 'commander';
import type { Dialect } from '../model/index.ts';
import type { Diagnostic } from '../text/index.ts';
import { rscMessages } from './messages-rsc.ts';
import { coloursFor } from './output/colour.ts';
import { printDiagnostics } from './output/diagnostics.ts';

/** A text file whose bytes can be restored: not all RouterOS text is UTF-8. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
  readonly encoding: 'utf8' | 'latin1';
}

/** Reads a file; undefined, and said on standard error, where it cannot be read. */
export function readText(file: string): TextFile | undefined {
  try {
    const bytes = readFileSync(file);
    const text = bytes.toString('utf8');
    const encoding = Buffer.from(text, 'utf8').equals(bytes) ? 'utf8' : 'latin1';
    return { file, text: encoding === 'utf8' ? text : bytes.toString('latin1'), encoding };
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^\w+: |, \w+ .*$/g, '') : String(error);
    process.stderr.write(
      `jalur: ${rscMessages.unreadable(file, why)}\n       ${rscMessages.unreadableNext}\n`,
    );
    return undefined;
  }
}

/** Findings about one text, on standard error. */
export function sayFindings({ file, text }: TextFile, diagnostics: readonly Diagnostic[]): void {
  process.stderr.write(printDiagnostics(diagnostics, new Map([[file, text]]), coloursFor(process.stderr)));
}

/** For `--dialect`. */
export function parseDialect(value: string): Dialect {
  if (value === 'v6' || value === 'v7') return value;
  throw new InvalidArgumentError(rscMessages.dialects);
}
