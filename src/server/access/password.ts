import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

/** A password as it is kept: scrypt(7) with its cost, salt and hash in base64. */
export interface HashedPassword {
  readonly n: number;
  readonly r: number;
  readonly p: number;
  readonly salt: string;
  readonly hash: string;
}

/** About 100 ms and 32 MiB a guess. */
const cost = { n: 2 ** 15, r: 8, p: 1 } as const;
const length = 32;

/** The least that is taken: length is what counts (NIST SP 800-63B). */
export const shortestPassword = 10;

export async function hashPassword(password: string): Promise<HashedPassword> {
  const salt = randomBytes(16);
  return {
    ...cost,
    salt: salt.toString('base64'),
    hash: (await derived(password, salt, cost)).toString('base64'),
  };
}

export async function isPassword(password: string, kept: HashedPassword): Promise<boolean> {
  const hash = Buffer.from(kept.hash, 'base64');
  return timingSafeEqual(await derived(password, Buffer.from(kept.salt, 'base64'), kept), hash);
}

/** Of nobody: whoever names a user that is not there waits as long as for one that is. */
export const nobodysPassword: HashedPassword = {
  ...cost,
  salt: randomBytes(16).toString('base64'),
  hash: randomBytes(length).toString('base64'),
};

function derived(
  password: string,
  salt: Buffer,
  { n, r, p }: Pick<HashedPassword, 'n' | 'r' | 'p'>,
): Promise<Buffer> {
  const options: ScryptOptions = { N: n, r, p, maxmem: 256 * n * r };
  return new Promise((resolve, reject) =>
    scrypt(password.normalize('NFKC'), salt, length, options, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  );
}
