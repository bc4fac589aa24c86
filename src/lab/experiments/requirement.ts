import type { Requirement } from './result.ts';
import type { CommonWords } from './say.ts';

/** A requirement of two texts: `what` is `expected`, and was `measured`. */
export const required = (
  [what, expected, measured]: readonly [string, string, string],
  holds: boolean,
  wrong: string,
): Requirement => ({ what, expected, measured, holds, wrong });

/** Of `tried` connections of clients, at least one succeeded. */
export const someConnection = (say: CommonWords, made: number, tried: number): Requirement =>
  required([say.clientConnections, say.someSucceed, say.succeeded(made, tried)], made > 0, say.noConnection);
