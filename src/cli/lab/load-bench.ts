import { type Bench, readBench } from '../../lab/index.ts';
import { hasErrors } from '../../text/index.ts';
import type { SkipOption } from '../options/skip-unsupported.ts';
import { coloursFor } from '../output/colour.ts';
import { printDiagnostics } from '../output/diagnostics.ts';

/** The bench at a path, with everything that is to say about its texts on stderr; undefined where they have errors. */
export function loadBench(path: string, { skipUnsupported }: SkipOption = {}): Bench | undefined {
  const { bench, diagnostics, texts } = readBench(path);
  const shown = hasErrors(diagnostics)
    ? diagnostics
    : diagnostics.filter(({ severity }) => severity === 'warning');
  process.stderr.write(printDiagnostics(shown, texts, coloursFor(process.stderr)));
  return bench && { ...bench, skipUnsupported };
}
