import { type Asking, byOf } from '../context.ts';
import type { operations } from '../routes/index.ts';
import type { Handler } from '../serve.ts';
import type { Running, Task } from '../thread/index.ts';
import { runningConfig } from './sources.ts';

type Ops = typeof operations;
type Questions = 'explain' | 'prove' | 'spread' | 'lint' | 'convert';

/** A question that is asked of the texts that come with it, or of what runs. */
const asked = <K extends Questions>(kind: K): Handler<Ops[K]> =>
  // biome-ignore lint/suspicious/noExplicitAny: each kind has its own body, which its schema has read
  (async ({ parts, body, who, from }: Asking<unknown, unknown, any>) => {
    const running: Running | undefined = body.texts ? undefined : await runningConfig(parts, who);
    return parts.thinker.ask({ kind, asked: body, running } as Task, byOf({ who, from }));
  }) as unknown as Handler<Ops[K]>;

export const explain = asked('explain');
export const prove = asked('prove');
export const spread = asked('spread');
export const lint = asked('lint');
export const convert = asked('convert');
