import { z } from '@hono/zod-openapi';
import {
  Config,
  ConfigApplied,
  ConfigApply,
  ConfigConfirm,
  ConfigConfirmed,
  ConfigDraft,
  ConfigHistory,
  ConfigHistoryQuery,
  ConfigPlan,
  ConfigRollback,
  ConfigVerdict,
} from '../schema/index.ts';
import { operation } from './operation.ts';

const tag = 'config';
const nothing = z.strictObject({}).default({});

/** The configuration: what runs, what another one would do, and changing it. */
export const configuration = {
  getConfig: operation({
    ...{ id: 'getConfig', method: 'get', path: '/config', tag, needs: 'read', etag: 'gives' },
    summary: 'The texts in force',
    description: 'Passwords and keys are masked unless whoever asks may apply (`admin`).',
    reply: Config,
  }),
  validateConfig: operation({
    ...{ id: 'validateConfig', method: 'post', path: '/config/validate', tag, needs: 'read' },
    summary: 'Would these texts be taken?',
    body: ConfigDraft,
    reply: ConfigVerdict,
  }),
  planConfig: operation({
    ...{ id: 'planConfig', method: 'post', path: '/config/plan', tag, needs: 'read' },
    summary: 'What would change, and which connections would move',
    body: ConfigDraft,
    reply: ConfigPlan,
  }),
  applyConfig: operation({
    ...{ id: 'applyConfig', method: 'post', path: '/config/apply', tag, needs: 'admin', changes: true },
    summary: 'Run these texts, for good or until they are confirmed',
    etag: 'needs',
    body: ConfigApply,
    reply: ConfigApplied,
  }),
  confirmConfig: operation({
    ...{ id: 'confirmConfig', method: 'post', path: '/config/confirm', tag, needs: 'operate', changes: true },
    summary: 'What was applied for a time stays',
    description:
      'Asked over a connection that was opened after it was applied, so that whoever locked himself out cannot confirm. With If-Match it is refused (412) where another one is on trial by now.',
    etag: 'takes',
    body: ConfigConfirm,
    reply: ConfigConfirmed,
  }),
  rollbackConfig: operation({
    ...{ id: 'rollbackConfig', method: 'post', path: '/config/rollback', tag, needs: 'admin', changes: true },
    summary: 'Take back what was applied, or go to an earlier configuration',
    description: 'With If-Match it is refused (412) where another one is in force by now.',
    etag: 'takes',
    body: ConfigRollback,
    reply: ConfigApplied,
  }),
  reloadConfig: operation({
    ...{ id: 'reloadConfig', method: 'post', path: '/config/reload', tag, needs: 'operate', changes: true },
    summary: 'Read the files of the configuration in force again',
    body: nothing,
    reply: ConfigApplied,
  }),
  getConfigHistory: operation({
    ...{ id: 'getConfigHistory', method: 'get', path: '/config/history', tag, needs: 'read' },
    summary: 'Configurations that came into force or were refused, the latest first',
    query: ConfigHistoryQuery,
    reply: ConfigHistory,
  }),
} as const;
