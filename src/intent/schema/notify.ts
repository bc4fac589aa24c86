import { z } from 'zod';
import { channelKinds, eventKinds } from '../../notify/index.ts';
import { languages } from '../../text/index.ts';
import { says } from './says.ts';
import { durationText, nameText } from './values.ts';

export const secretKeys = z.strictObject({
  file: z
    .string()
    .regex(
      /^\/[^\p{C}]{1,250}$/u,
      says({
        en: 'is not the whole path of a file (/etc/jalur/telegram.token)',
        id: 'bukan path lengkap sebuah file (/etc/jalur/telegram.token)',
      }),
    )
    .optional()
    .meta({ description: 'A file that root can read; its first line is the secret.' }),
  env: z
    .string()
    .regex(
      /^[A-Za-z_][A-Za-z0-9_]{0,63}$/,
      says({
        en: 'is not the name of a variable (TELEGRAM_TOKEN)',
        id: 'bukan nama variabel (TELEGRAM_TOKEN)',
      }),
    )
    .optional()
    .meta({ description: 'A variable of the environment of the gateway.' }),
});

const secret = secretKeys.meta({
  description: 'A secret: { file: /etc/jalur/token } or { env: NAME }. It never stands here itself.',
});

const urlMessage = says({
  en: 'is not a URL (https://example.net/hook)',
  id: 'bukan URL (https://example.net/hook)',
});
const urlText = z
  .string()
  .max(2000)
  .regex(/^https?:\/\/[^\s\p{C}/?#]+[^\s\p{C}]*$/u, urlMessage)
  .refine(isUrl, urlMessage);

declare const URL: { canParse(text: string): boolean };
function isUrl(text: string): boolean {
  return URL.canParse(text);
}

const url = z.union([urlText, secret]).meta({
  description: 'Where messages are sent; as a secret where whoever knows it may send.',
});

const headerName = /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}$/;
const headerValue = z
  .string()
  .max(1000)
  .regex(
    /^[^\p{C}]*$/u,
    says({ en: 'has letters that no header can have', id: 'berisi huruf yang tidak boleh ada di header' }),
  );

const words = z
  .array(
    z
      .string()
      .min(1)
      .max(1000)
      .regex(/^[^\0]*$/, says({ en: 'has a zero byte', id: 'berisi byte nol' })),
  )
  .min(1)
  .max(64)
  .refine(
    argv => argv[0]?.startsWith('/') ?? false,
    says({
      en: 'does not begin with the whole path of a program',
      id: 'tidak diawali path lengkap sebuah program',
    }),
  );

const template = z.string().min(1).max(2000);

export const priorities = ['min', 'low', 'default', 'high', 'max'] as const;

/** Whom to tell, in its long form. */
export const receiverKeys = z.strictObject({
  type: z.enum(channelKinds).meta({
    description: 'webhook (JSON by POST), command (a program), telegram (a bot), ntfy (ntfy.sh or your own).',
  }),
  url: url.optional(),
  headers: z
    .record(
      z.string().regex(headerName, says({ en: 'is not the name of a header', id: 'bukan nama header' })),
      z.union([headerValue, secret]),
    )
    .refine(
      headers => Object.keys(headers).length <= 32,
      says({ en: 'has more than 32 headers', id: 'punya lebih dari 32 header' }),
    )
    .optional()
    .meta({ description: 'Headers of a webhook.' }),
  secret: secret.optional(),
  run: words.optional().meta({
    description: 'Program and arguments of a command. It gets the event as JSON on its standard input.',
  }),
  timeout: durationText
    .optional()
    .meta({ description: 'How long a command may run; default 10s, at most 5m.' }),
  token: secret.optional(),
  chat: z
    .union([
      z.int(),
      z
        .string()
        .regex(
          /^(?:-?\d{1,20}|@[A-Za-z0-9_]{4,64})$/,
          says({ en: 'is neither a number nor @channel', id: 'bukan angka maupun @channel' }),
        ),
    ])
    .optional()
    .meta({ description: 'Chat of Telegram: its number, or @channel.' }),
  thread: z.int().min(1).optional().meta({ description: 'Topic of a group of Telegram.' }),
  server: urlText.optional().meta({ description: 'Server of Telegram; default https://api.telegram.org.' }),
  priority: z.enum(priorities).optional().meta({
    description: 'Of ntfy; default: high for an outage, default for a warning, low for the rest.',
  }),
  events: z
    .array(z.enum(eventKinds))
    .min(1)
    .optional()
    .meta({ description: 'What it is told of; default: all.' }),
  wait: durationText.optional().meta({
    description: 'So long something has to last before it is told; default 15s. 0s: at once.',
  }),
  language: z.enum(languages).optional().meta({ description: 'en (default) or id.' }),
  title: template.optional().meta({ description: 'Template of the first line: {{gateway}}: {{title}}.' }),
  text: template.optional().meta({ description: 'Template of what follows: {{text}}.' }),
});

/** Who is told. */
export const notify = z
  .record(nameText, receiverKeys)
  .refine(
    all => Object.keys(all).length <= 32,
    says({ en: 'names more than 32 receivers', id: 'menyebut lebih dari 32 penerima' }),
  )
  .meta({ description: 'Who is told of outages, failovers and trouble, by names (docs/notifications.md).' });

/** A file that says this alone, for `jalur run --notify`. */
export const notifyFileSchema = z.strictObject({ notify });

export type StatedNotify = z.infer<typeof notifyFileSchema>;
export type StatedReceivers = z.infer<typeof notify>;
