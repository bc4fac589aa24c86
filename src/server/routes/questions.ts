import {
  Converted,
  ConvertRequest,
  ExplainRequest,
  Explanation,
  Linted,
  LintRequest,
  Proof,
  ProveRequest,
  Spread,
  SpreadRequest,
} from '../schema/index.ts';
import { operation } from './operation.ts';

const tag = 'questions';

/** What a text means: the one that runs, or one that comes with the question. */
export const questions = {
  explain: operation({
    ...{ id: 'explain', method: 'post', path: '/explain', tag, needs: 'read' },
    summary: 'The way of one packet, step by step',
    body: ExplainRequest,
    reply: Explanation,
  }),
  prove: operation({
    ...{ id: 'prove', method: 'post', path: '/prove', tag, needs: 'read' },
    summary: 'What must hold for every packet, or a packet for which it does not',
    body: ProveRequest,
    reply: Proof,
  }),
  spread: operation({
    ...{ id: 'spread', method: 'post', path: '/spread', tag, needs: 'read' },
    summary: 'Which share of connections and bytes each uplink gets',
    body: SpreadRequest,
    reply: Spread,
  }),
  lint: operation({
    ...{ id: 'lint', method: 'post', path: '/lint', tag, needs: 'read' },
    summary: 'What is wrong with it, and what mends that',
    body: LintRequest,
    reply: Linted,
  }),
  convert: operation({
    ...{ id: 'convert', method: 'post', path: '/convert', tag, needs: 'read' },
    summary: 'The same configuration for another version of RouterOS, or as an intent',
    body: ConvertRequest,
    reply: Converted,
  }),
} as const;
