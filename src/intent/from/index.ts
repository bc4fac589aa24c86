import type { Kept, Router } from '../../model/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import type { Diagnostic, Language, Said } from '../../text/index.ts';
import { makeIntent } from '../made.ts';
import { differenceOf } from './compare.ts';
import { linesOfRouter } from './lines.ts';
import { networksOfRouter } from './networks.ts';
import { type Row, Rows, type Secrets } from './rows.ts';
import { statedOf } from './stated.ts';
import { writeYaml } from './write-yaml.ts';

export type { Row } from './rows.ts';
export { writeYaml } from './write-yaml.ts';

/** A router as an intent, and what of it an intent has no words for. */
export interface IntentOfRouter {
  /** The file; also where it would be refused. */
  readonly yaml: string;
  readonly stated: unknown;
  /** What it stands for. */
  readonly made: Router;
  /** Why it would be refused: the router is not of the kind that an intent describes. */
  readonly refused: readonly Diagnostic[];
  /** What the router has and the intent does not say. */
  readonly lost: readonly Row[];
  /** What the intent stands for and the router does not have. */
  readonly added: readonly Row[];
  /** Statements that are no part of the model. */
  readonly kept: readonly Kept[];
}

/** How it is called where findings name its lines. */
export const intentName: Said = { en: 'the intent', id: 'intent' };

/**
 * Says a router as an intent, with its passwords where `secrets` has them. Nothing is left out in silence: what the intent stands for is compared with the router, statement
 * by statement.
 */
export function intentFromRouter(
  router: Router,
  secrets?: Secrets,
  language: Language = 'en',
): IntentOfRouter {
  const rows = new Rows(router, secrets);
  const lines = linesOfRouter(router, rows);
  const networks = networksOfRouter(
    router,
    rows,
    lines.map(line => line.interface),
  );
  const stated = statedOf(rows, lines, networks);
  const yaml = writeYaml(stated);
  const { text, diagnostics } = makeIntent(yaml, intentName[language], language);
  const made = readRouterOs(text, { file: intentName[language], dialect: 'v7' }).router;
  const difference =
    diagnostics.length > 0 ? { lost: [], added: [] } : differenceOf({ rows, lines, networks }, made);
  return { stated, yaml, made, refused: diagnostics, ...difference, kept: router.kept };
}
