import type { MatcherValues } from '../../model/index.ts';
import { bool } from '../types/index.ts';
import type { MatcherSyntax } from './syntax.ts';

/** `fragment=yes`; `no` is what `!` is elsewhere. */
export const fragment: MatcherSyntax<MatcherValues['fragment']> = {
  name: bool.name,
  example: bool.example,
  choices: bool.choices,
  negates: true,
  read: text => {
    const yes = bool.read(text.replace(/^!/, ''));
    return yes === undefined ? undefined : { negated: yes === text.startsWith('!') };
  },
  write: (_, negated) => bool.write(!negated),
};
