import type { z } from '@hono/zod-openapi';
import type { SharingInForce } from '../../compile/index.ts';
import type { World } from '../../rib/index.ts';
import type {
  ConfigDraft,
  ConvertRequest,
  ExplainRequest,
  LintRequest,
  ProveRequest,
  SpreadRequest,
} from '../schema/index.ts';

export interface NamedText {
  readonly file: string;
  readonly text: string;
}

/** The configuration that runs, and the links and leases of its machine. */
export interface Running {
  readonly texts: readonly NamedText[];
  readonly world?: World | undefined;
  /** Seed of the hashes in its kernel. */
  readonly seed?: number | undefined;
  /** How it divides connections, where that is not PCC. */
  readonly sharing?: SharingInForce | undefined;
  /** Whoever asks may not have its passwords: an answer that repeats the text has masks. */
  readonly masked: boolean;
}

/** What takes long, and is worked out aside. `running`: what is meant where no text is given. */
export type Task =
  | {
      readonly kind: 'explain';
      readonly asked: z.infer<typeof ExplainRequest>;
      readonly running?: Running | undefined;
    }
  | {
      readonly kind: 'prove';
      readonly asked: z.infer<typeof ProveRequest>;
      readonly running?: Running | undefined;
    }
  | {
      readonly kind: 'spread';
      readonly asked: z.infer<typeof SpreadRequest>;
      readonly running?: Running | undefined;
    }
  | {
      readonly kind: 'lint';
      readonly asked: z.infer<typeof LintRequest>;
      readonly running?: Running | undefined;
    }
  | {
      readonly kind: 'convert';
      readonly asked: z.infer<typeof ConvertRequest>;
      readonly running?: Running | undefined;
    }
  | { readonly kind: 'validate'; readonly asked: z.infer<typeof ConfigDraft> }
  | { readonly kind: 'plan'; readonly asked: z.infer<typeof ConfigDraft>; readonly running: Running }
  /** The firewall's rules as RouterOS has them; and the texts without their passwords. */
  | { readonly kind: 'rules'; readonly texts: readonly NamedText[] }
  | { readonly kind: 'hide'; readonly texts: readonly NamedText[] };

export type TaskOf<K extends Task['kind']> = Extract<Task, { readonly kind: K }>;

/** What came of it: a value, or why there is none. */
export type Outcome =
  | { readonly value: unknown }
  | {
      readonly no: {
        readonly what: string;
        readonly do: string;
        readonly errors: readonly { readonly path: string; readonly what: string }[];
      };
    };
