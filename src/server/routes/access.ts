import { z } from '@hono/zod-openapi';
import {
  Audit,
  AuditQuery,
  Done,
  Login,
  NewToken,
  PasswordChange,
  paging,
  Session,
  SessionParams,
  Sessions,
  TokenParams,
  TokenRequest,
  Tokens,
} from '../schema/index.ts';
import { operation } from './operation.ts';

const tag = 'access';

/** Who may ask. */
export const access = {
  login: operation({
    ...{ id: 'login', method: 'post', path: '/session', tag, needs: 'none', changes: true },
    summary: 'Log in: the answer sets the cookie of a session',
    body: Login,
    reply: Session,
  }),
  getSession: operation({
    ...{ id: 'getSession', method: 'get', path: '/session', tag, needs: 'read' },
    summary: 'Who asks, and what he may',
    reply: Session,
  }),
  logout: operation({
    ...{ id: 'logout', method: 'delete', path: '/session', tag, needs: 'read', changes: true },
    summary: 'Log out',
    reply: Done,
  }),
  changePassword: operation({
    ...{ id: 'changePassword', method: 'post', path: '/password', tag, needs: 'read', changes: true },
    summary: 'Another password for whoever is logged in; his other sessions end',
    body: PasswordChange,
    reply: Done,
  }),
  getSessions: operation({
    ...{ id: 'getSessions', method: 'get', path: '/sessions', tag, needs: 'read' },
    summary: 'Who is logged in, from where, and since when',
    query: z.object(paging),
    reply: Sessions,
  }),
  endSession: operation({
    ...{ id: 'endSession', method: 'delete', path: '/sessions/{id}', tag, needs: 'read', changes: true },
    summary: 'Ends a session: who uses it has to log in again',
    params: SessionParams,
    reply: Done,
  }),
  getTokens: operation({
    ...{ id: 'getTokens', method: 'get', path: '/tokens', tag, needs: 'admin' },
    summary: 'Tokens of programs, without what opens them',
    query: z.object(paging),
    reply: Tokens,
  }),
  createToken: operation({
    ...{
      id: 'createToken',
      method: 'post',
      path: '/tokens',
      tag,
      needs: 'admin',
      status: 201,
      changes: true,
    },
    summary: 'A token for a program; it is shown this once',
    body: TokenRequest,
    reply: NewToken,
  }),
  revokeToken: operation({
    ...{ id: 'revokeToken', method: 'delete', path: '/tokens/{id}', tag, needs: 'admin', changes: true },
    summary: 'Nobody can use this token any more',
    params: TokenParams,
    reply: Done,
  }),
  getAudit: operation({
    ...{ id: 'getAudit', method: 'get', path: '/audit', tag, needs: 'admin' },
    summary: 'Who changed what, and from where',
    query: AuditQuery,
    reply: Audit,
  }),
} as const;
