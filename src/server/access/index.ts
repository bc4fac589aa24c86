/** Who may ask for what: users with passwords, sessions, tokens of programs, and what is written down of what they change. */
export * from './audit.ts';
export * from './back-off.ts';
export type { Owner } from './kept-file.ts';
export * from './password.ts';
export * from './scope.ts';
export * from './sessions.ts';
export * from './tokens.ts';
export * from './users.ts';
