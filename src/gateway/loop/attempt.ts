import { environmentTrouble } from '../../sys/index.ts';
import type { Outcome } from '../core/index.ts';

/** The outcome of an action. What is no error of the environment is a defect, and thrown on. */
export function attempt<T extends object>(action: () => T): Outcome<T> {
  try {
    return { kind: 'done', ...action() };
  } catch (error) {
    return failed(error);
  }
}

/** The same for an action that takes time. */
export async function attemptAsync<T extends object>(action: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { kind: 'done', ...(await action()) };
  } catch (error) {
    return failed(error);
  }
}

function failed(error: unknown): Extract<Outcome<never>, { kind: 'failed' }> {
  const trouble = environmentTrouble(error);
  if (!trouble) throw error;
  return { kind: 'failed', error: trouble };
}

/** What the environment said against it; undefined where it is done. */
export const errorOf = (result: Outcome<object>) => (result.kind === 'failed' ? result.error : undefined);
