import { join } from 'node:path';
import { z } from '@hono/zod-openapi';
import { KeptFile } from './kept-file.ts';
import { scopes } from './scope.ts';

const password = z.strictObject({
  n: z
    .int()
    .min(2 ** 14)
    .max(2 ** 20),
  r: z.int().min(1).max(32),
  p: z.int().min(1).max(16),
  salt: z.string(),
  hash: z.string(),
});

const schema = z.strictObject({
  v: z.literal(1),
  users: z.array(
    z.strictObject({ name: z.string(), scope: z.enum(scopes), password, changedAt: z.string() }),
  ),
});

export type User = z.infer<typeof schema>['users'][number];
export type Users = KeptFile<z.infer<typeof schema>>;

/** Who may log in, in the folder of the pages. */
export const usersIn = (folder: string): Users =>
  new KeptFile(join(folder, 'users.json'), schema, { v: 1, users: [] });

export const userNamed = (users: Users, name: string): User | undefined =>
  users.read().users.find(one => one.name === name);
