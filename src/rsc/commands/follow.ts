import type { Script, Statement, Word } from '../syntax/index.ts';
import type { Variables } from './variables.ts';

/** What to do with a statement of the scripting language. */
export interface Plan {
  /** Its effect is known, nothing is left to a router. */
  readonly evaluated: boolean;
  /** Code that certainly runs next. */
  readonly body?: Script | undefined;
}

const left: Plan = { evaluated: false };

/** Decides whether scripting can be followed: definitions, `:do { … }`, and `:if` with a certain condition. */
export function follow(statement: Statement, variables: Variables): Plan {
  const [keyword] = statement.words;
  switch (keyword?.kind === 'text' ? keyword.text.replace(/^:/, '') : '') {
    case 'local':
    case 'global':
    case 'set':
      return { evaluated: variables.define(statement) };
    case 'do':
      return followDo(statement);
    case 'if':
      return followIf(statement, variables);
    default:
      return left;
  }
}

/** `:do { … } on-error={ … }` runs its block once; with `while=` or `if=` it depends. */
function followDo({ words }: Statement): Plan {
  const [, block, ...rest] = words;
  const plain = rest.every(word => word.kind === 'argument' && word.name === 'on-error');
  return block?.kind === 'block' && plain ? { evaluated: true, body: block.script } : left;
}

function followIf({ words }: Statement, variables: Variables): Plan {
  const [, test, ...branches] = words;
  const outcome = test?.kind === 'expression' ? variables.evaluate(test) : undefined;
  if (typeof outcome !== 'boolean') return left;
  return { evaluated: true, body: branch(branches, outcome ? 'do' : 'else') };
}

function branch(words: readonly Word[], name: string): Script | undefined {
  for (const word of words) {
    if (word.kind === 'argument' && word.name === name && word.value.kind === 'block')
      return word.value.script;
  }
  return undefined;
}
