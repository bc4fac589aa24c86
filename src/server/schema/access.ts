import { z } from '@hono/zod-openapi';
import { shortestPassword } from '../access/password.ts';
import { listOf, paging, Time } from './common.ts';

export const Scope = z.enum(['read', 'operate', 'admin']).openapi('Scope', {
  description: 'operate: also WANs, reload, confirm, lab; admin: also apply, tokens, audit.',
});

export const Login = z
  .strictObject({
    user: z.string().min(1).max(64).default('admin'),
    password: z.string().min(1).max(1024),
  })
  .openapi('Login');

export const Session = z
  .strictObject({
    user: z.string(),
    scope: Scope,
    via: z.enum(['session', 'token']),
    expiresAt: Time.optional(),
    gateway: z.string().optional(),
    lab: z.boolean().openapi({ description: 'A kept lab is served: /lab answers.' }),
  })
  .openapi('Session', { description: 'Who asks, and what he may.' });

export const PasswordChange = z
  .strictObject({
    old: z.string().min(1).max(1024),
    new: z.string().min(shortestPassword).max(1024),
  })
  .openapi('PasswordChange');

const OpenSession = z
  .strictObject({
    id: z.string().openapi({ description: 'How it is called; it opens nothing.' }),
    user: z.string(),
    scope: Scope,
    from: z.string().openapi({ description: 'Address of whoever logged in.' }),
    begunAt: Time,
    lastUsedAt: Time,
    expiresAt: Time,
    own: z.boolean().openapi({ description: 'The one that asks.' }),
  })
  .openapi('OpenSession');

export const Sessions = z.strictObject(listOf(OpenSession)).openapi('Sessions', {
  description: 'Of whoever asks; of everybody where he is admin.',
});
export const SessionParams = z.object({ id: z.string().min(1).max(64) });

const kept = {
  id: z.string(),
  name: z.string(),
  scope: Scope,
  createdAt: Time,
  createdBy: z.string(),
  expiresAt: Time.optional(),
  lastUsedAt: Time.optional(),
};

export const Token = z.strictObject(kept).openapi('Token');
export const Tokens = z.strictObject(listOf(Token)).openapi('Tokens');

export const TokenRequest = z
  .strictObject({
    name: z.string().min(1).max(64),
    scope: Scope.default('read'),
    expiresInDays: z.int().min(1).max(3650).optional(),
  })
  .openapi('TokenRequest');

export const NewToken = z
  .strictObject({ ...kept, token: z.string().openapi({ description: 'Shown once: only its hash is kept.' }) })
  .openapi('NewToken');

export const TokenParams = z.object({ id: z.string().min(1).max(64) });

const AuditEntry = z
  .strictObject({
    id: z.string(),
    time: Time,
    who: z.string(),
    via: z.enum(['session', 'token', 'login', 'command']),
    from: z.string().openapi({ description: 'Address of whoever asked; empty for a command.' }),
    action: z.string().openapi({ example: 'POST /api/v1/wans/ether2/down' }),
    detail: z.string(),
    status: z.int(),
  })
  .openapi('AuditEntry');

export const AuditQuery = z.object({ ...paging, since: Time.optional() });
export const Audit = z
  .strictObject(listOf(AuditEntry))
  .openapi('Audit', { description: 'The latest first.' });
