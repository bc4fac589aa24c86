import type { Problem } from './types.ts';

/** Why the server gives no answer, as it says. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly code: string | undefined;
  readonly title: string | undefined;
  readonly do: string | undefined;
  constructor(status: number, problem: Partial<Problem>) {
    super(problem.detail ?? problem.title ?? `HTTP ${status}`);
    this.status = status;
    this.code = problem.code;
    this.title = problem.title;
    this.do = problem.do;
  }
}

interface Answer<T> {
  readonly data?: T | undefined;
  readonly error?: unknown;
  readonly response: Response;
}

/** What was answered; what was not is thrown as the server says it. */
export async function answerOf<T>(question: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await question;
  if (response.ok) return data as T;
  throw new Refusal(response.status, typeof error === 'object' && error !== null ? error : {});
}
