import { readFileSync } from 'node:fs';
import { compileLinux } from '../../src/compile/index.ts';
import { assumeWorld, computeRib } from '../../src/rib/index.ts';
import { readRouterOs } from '../../src/rsc/index.ts';
import { packagePath } from '../../src/sys/index.ts';
import { notOnLinux, type UnsupportedName, withoutSkipped } from '../../src/walk/index.ts';
import type { GatewayRow } from './gateway-row.ts';

const base = readFileSync(packagePath('examples/paper-fixed/paper-fixed.rsc'), 'utf8').trimEnd();
const baseLines = base.split('\n').length;

/** The repaired paper's gateway with lines behind it, as a program; findings with the line among those lines. */
export function draftOf({ lines }: Pick<GatewayRow, 'lines'>, skipped: readonly UnsupportedName[] = []) {
  const text = [base, ...lines.map(line => `/\n${line}`)].join('\n');
  const { router, diagnostics } = readRouterOs(`${text}\n`, { file: 'gateway.rsc' });
  const { world } = assumeWorld(router);
  const compiled = compileLinux(router, computeRib(router, world), world, { seed: 0 });
  const found = [...diagnostics, ...compiled.diagnostics, ...notOnLinux(router)];
  return {
    router,
    program: compiled.program,
    findings: withoutSkipped(found, skipped).map(({ id, severity, span, do: advice = '' }) => ({
      id,
      severity,
      advice,
      line: (span.start.line - baseLines) / 2,
    })),
  };
}
