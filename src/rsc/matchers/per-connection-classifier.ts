import { type MatcherValues, pccKinds } from '../../model/index.ts';
import type { MatcherSyntax } from './syntax.ts';

/** `per-connection-classifier=both-addresses:2/0`. */
export const perConnectionClassifier: MatcherSyntax<MatcherValues['per-connection-classifier']> = {
  name: '[!]fields:denominator/remainder',
  example: 'both-addresses:2/0',
  choices: pccKinds,
  read: text => {
    const match = /^([a-z-]+):(\d{1,10})\/(\d{1,10})$/.exec(text);
    const fields = pccKinds.find(kind => kind === match?.[1]);
    const denominator = Number(match?.[2]);
    return fields && denominator >= 1 ? { fields, denominator, remainder: Number(match?.[3]) } : undefined;
  },
  write: ({ fields, denominator, remainder }) => `${fields}:${denominator}/${remainder}`,
};
