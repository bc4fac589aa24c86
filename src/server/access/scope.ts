/** What somebody may, the least first; each one may what those before it may. */
export const scopes = ['read', 'operate', 'admin'] as const;
export type ScopeName = (typeof scopes)[number];

export const isEnough = (has: ScopeName, needed: ScopeName): boolean =>
  scopes.indexOf(has) >= scopes.indexOf(needed);

/** Who asks. */
export interface Caller {
  /** Of a user, or of a token. */
  readonly name: string;
  readonly scope: ScopeName;
  readonly via: 'session' | 'token';
  readonly expiresAt?: string | undefined;
}
