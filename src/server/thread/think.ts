import { plan, validate } from './drafts.ts';
import { convertAll, explain, lintAll, proveAll, spreadAll } from './questions.ts';
import { hide, rules } from './rules.ts';
import { Meaningless, Unanswered } from './said.ts';
import type { Outcome, Task } from './task.ts';

/** Works a task out; a defect of ours throws. */
export function think(task: Task): Outcome {
  try {
    return { value: worked(task) };
  } catch (error) {
    if (error instanceof Meaningless) {
      const errors = [{ path: error.path, what: error.message }];
      return { no: { what: `${error.path}: ${error.message}`, do: 'Ask with another value.', errors } };
    }
    if (error instanceof Unanswered) return { no: noAnswer(error) };
    throw error;
  }
}

function worked(task: Task): unknown {
  switch (task.kind) {
    case 'explain':
      return explain(task);
    case 'prove':
      return proveAll(task);
    case 'spread':
      return spreadAll(task);
    case 'lint':
      return lintAll(task);
    case 'convert':
      return convertAll(task);
    case 'validate':
      return validate(task);
    case 'plan':
      return plan(task);
    case 'rules':
      return rules(task);
    case 'hide':
      return hide(task);
  }
}

function noAnswer({ no: { file, why, diagnostics } }: Unanswered) {
  const [what = `${file} gives no answer.`, ...more] = why;
  const errors = diagnostics
    .slice(0, 20)
    .map(({ span, what: said }) => ({ path: `${span.file}:${span.start.line}`, what: said }));
  return { what, do: more.join(' ').trim() || 'POST /lint says what is wrong with the text.', errors };
}
