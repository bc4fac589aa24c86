import { z } from '@hono/zod-openapi';
import { Count, Dialect, Language, listOf, paging, Time } from './common.ts';
import { Finding } from './finding.ts';
import { mostFiles, PointView, TextFile } from './question.ts';
import { Trial } from './trial.ts';

const ConfigFile = z.strictObject({
  file: z.string(),
  text: z.string(),
  kind: z.enum(['rsc', 'yaml']),
});

export const Config = z
  .strictObject({
    at: Time,
    hash: z
      .string()
      .openapi({ description: 'Of the texts in force; the ETag has it, and apply takes it as If-Match.' }),
    dialect: Dialect,
    source: z.array(z.string()).openapi({ description: 'The files or folders that it was read from.' }),
    files: z.array(ConfigFile),
    secrets: z
      .enum(['shown', 'hidden'])
      .openapi({ description: '`hidden`: passwords and keys are masked, as whoever asks may not apply.' }),
    trial: Trial.optional().openapi({ description: 'It waits to be confirmed.' }),
  })
  .openapi('Config', { description: 'The configuration in force.' });

const confirmSeconds = z
  .int()
  .min(5)
  .max(86_400)
  .optional()
  .openapi({ description: 'Taken back after that unless it is confirmed; absent: for good.' });

const save = z.boolean().default(false).openapi({
  description: 'Write the texts into their files once they stay; else the next start has what is there.',
});

const texts = { files: z.array(TextFile).min(1).max(mostFiles), lang: Language.default('en') };

export const ConfigDraft = z.strictObject(texts).openapi('ConfigDraft');
export const ConfigApply = z
  .strictObject({
    ...texts,
    confirmSeconds,
    save,
  })
  .openapi('ConfigApply');

export const ConfigConfirm = z.strictObject({ save }).default({ save: false }).openapi('ConfigConfirm');

export const ConfigVerdict = z
  .strictObject({
    accepted: z.boolean().openapi({ description: 'False: it has errors, and would be refused.' }),
    dialect: Dialect,
    statements: Count,
    notUnderstood: Count,
    diagnostics: z.array(Finding),
  })
  .openapi('ConfigVerdict');

const ConfigChange = z
  .looseObject({
    kind: z.enum(['added', 'removed', 'changed', 'moved', 'version']),
    text: z.string().openapi({ description: 'As a line.' }),
  })
  .openapi('ConfigChange');

export const ConfigPlan = z
  .strictObject({
    at: Time,
    accepted: z.boolean(),
    diagnostics: z.array(Finding),
    head: z.string(),
    changes: z.array(ConfigChange),
    written: z.array(ConfigChange).openapi({ description: 'What else of the text differs, without effect.' }),
    connections: Count.openapi({ description: 'Imagined connections that were sent through both.' }),
    moving: z.strictObject({ from: Count, to: Count }),
    movements: z.array(
      z.strictObject({ fate: z.string(), before: z.string(), after: z.string(), connections: z.number() }),
    ),
    kinds: z.strictObject({
      sent: Count,
      complete: z.boolean(),
      changed: z.array(
        z.strictObject({
          direction: z.string(),
          kinds: Count,
          packet: z.string(),
          before: z.string(),
          after: z.string(),
        }),
      ),
    }),
    points: z.array(PointView),
    assumptions: z.array(z.string()),
  })
  .openapi('ConfigPlan', { description: 'What would change, and who would move.' });

const Saved = z
  .strictObject({
    files: z.array(z.string()).openapi({ description: 'Files that say it now.' }),
    problem: z
      .strictObject({ what: z.string(), do: z.string() })
      .optional()
      .openapi({ description: 'Why not all of them do: somebody has changed one, the disk is full …' }),
  })
  .openapi('ConfigSaved', { description: 'What became of `save`.' });

export const ConfigApplied = z
  .strictObject({
    accepted: z.boolean(),
    file: z.string(),
    hash: z.string().optional().openapi({ description: 'Of the texts in force after it.' }),
    diagnostics: z.array(Finding),
    changes: z.array(z.string()).openapi({ description: 'Of the kernel, one line each.' }),
    refused: z
      .array(z.string())
      .openapi({ description: 'What the machine refused of it; it is tried again.' }),
    until: Time.optional(),
    saved: Saved.optional(),
  })
  .openapi('ConfigApplied');

export const ConfigConfirmed = z
  .strictObject({
    file: z.string(),
    hash: z.string().openapi({ description: 'Of the texts that stay.' }),
    saved: Saved.optional(),
  })
  .openapi('ConfigConfirmed');

export const ConfigRollback = z
  .strictObject({
    to: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional()
      .openapi({
        description: 'Hash of an entry of the history; absent: what was in force before the trial.',
      }),
    confirmSeconds,
    save,
    lang: Language.default('en'),
  })
  .openapi('ConfigRollback');

export const ConfigHistoryQuery = z.object(paging);

const ConfigEntry = z
  .strictObject({
    time: Time,
    file: z.string(),
    how: z.string(),
    by: z.string().optional(),
    result: z.string(),
    hash: z.string().optional(),
    correlation: z.string(),
    changes: Count,
    restorable: z.boolean().openapi({ description: 'Its texts are kept: `rollback` can bring it back.' }),
  })
  .openapi('ConfigEntry');

export const ConfigHistory = z.strictObject(listOf(ConfigEntry)).openapi('ConfigHistory');
