import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { z } from '@hono/zod-openapi';
import { KeptFile, type Owner } from './kept-file.ts';
import { type ScopeName, scopes } from './scope.ts';

const token = z.strictObject({
  id: z.string(),
  name: z.string(),
  scope: z.enum(scopes),
  createdAt: z.string(),
  createdBy: z.string(),
  expiresAt: z.string().optional(),
  hash: z.string(),
});

const schema = z.strictObject({ v: z.literal(1), tokens: z.array(token) });

type Kept = z.infer<typeof token>;
/** A token without what opens it. */
export type TokenFacts = Omit<Kept, 'hash'>;

/** What is said of one that is made. */
export interface NewTokenFacts {
  readonly name: string;
  readonly scope: ScopeName;
  readonly by: string;
  readonly expiresInDays?: number | undefined;
}

/** Most that are kept. */
export const mostTokens = 100;

const day = 86_400_000;
const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/**
 * Tokens of programs: `jalur_ID_SECRET`. The secret has 256 bits of chance, so that its plain hash is enough; it is kept nowhere.
 */
export class TokenBook {
  readonly #file: KeptFile<z.infer<typeof schema>>;
  readonly #now: () => number;
  readonly #used = new Map<string, string>();

  constructor(folder: string, now: () => number) {
    this.#file = new KeptFile(join(folder, 'tokens.json'), schema, { v: 1, tokens: [] });
    this.#now = now;
  }

  all(): readonly (TokenFacts & { readonly lastUsedAt?: string | undefined })[] {
    return this.#file
      .read()
      .tokens.map(({ hash: _, ...facts }) => ({ ...facts, lastUsedAt: this.#used.get(facts.id) }));
  }

  /** The token itself is returned this once. Undefined: there are too many. */
  make(
    { name, scope, by, expiresInDays }: NewTokenFacts,
    owner?: Owner,
  ): { readonly facts: TokenFacts; readonly token: string } | undefined {
    const { tokens } = this.#file.read();
    if (tokens.length >= mostTokens) return undefined;
    const [id, secret] = [randomBytes(6).toString('hex'), randomBytes(32).toString('base64url')];
    const facts = {
      ...{ id, name, scope, createdBy: by, createdAt: new Date(this.#now()).toISOString() },
      ...(expiresInDays !== undefined && {
        expiresAt: new Date(this.#now() + expiresInDays * day).toISOString(),
      }),
    };
    const kept = { ...facts, hash: hashOf(secret).toString('hex') };
    this.#file.write({ v: 1, tokens: [...tokens, kept] }, owner);
    return { facts, token: `jalur_${id}_${secret}` };
  }

  /** False: there is no such token. */
  remove(id: string, owner?: Owner): boolean {
    const { tokens } = this.#file.read();
    const left = tokens.filter(one => one.id !== id);
    if (left.length === tokens.length) return false;
    this.#file.write({ v: 1, tokens: left }, owner);
    return true;
  }

  /** Whose token this is; undefined: nobody's, or it has expired. */
  find(token: string): TokenFacts | undefined {
    const [, id, secret = ''] = /^jalur_([0-9a-f]{12})_([\w-]{43})$/.exec(token) ?? [];
    const found = this.#file.read().tokens.find(one => one.id === id);
    if (!found || !timingSafeEqual(hashOf(secret), Buffer.from(found.hash, 'hex'))) return undefined;
    const nowText = new Date(this.#now()).toISOString();
    if (found.expiresAt !== undefined && found.expiresAt <= nowText) return undefined;
    this.#used.set(found.id, nowText);
    const { hash: _, ...facts } = found;
    return facts;
  }
}
