import type { ControlError } from '../../gateway/index.ts';
import { ApiProblem } from '../problem.ts';

type Status = ConstructorParameters<typeof ApiProblem>[0];

/** What a refusal of the gateway is in HTTP. What it does not know at all is not built into it. */
const statuses: Readonly<Record<ControlError['code'], Status>> = {
  'control/bad-request': 501,
  'control/version': 501,
  'control/failed': 503,
  'control/unknown-line': 404,
  'control/last-line': 409,
  'control/unconfirmed': 409,
  'control/nothing-to-confirm': 409,
  'control/too-early': 409,
  'control/old-connection': 409,
  'control/no-file': 409,
  'control/tried': 409,
  'control/changed-meanwhile': 412,
  'control/not-kept': 409,
  'control/no-journal': 409,
  'control/unknown-incident': 404,
  'control/unknown-receiver': 404,
  'control/bad-query': 400,
  'control/not-allowed': 403,
  'control/ending': 503,
};

export function problemOf(error: ControlError): ApiProblem {
  const status = statuses[error.code] ?? 503;
  const code = error.code.replace(/^control\//, 'gateway/');
  return new ApiProblem(status, code, error.what, error.do, {
    hangUp: error.code === 'control/old-connection',
  });
}

export const noGateway = (what: string, next: string): ApiProblem =>
  new ApiProblem(503, 'web/no-gateway', what, next, { retryAfterSeconds: 1 });
