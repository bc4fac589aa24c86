import type { JsonDiagnostic, Language } from '../../../text/index.ts';
import type { PacketForm } from '../../parts/index.ts';
import type { SaidForm } from './said.ts';

/** A text, and what is said beside it. */
export interface TextAsked {
  readonly file: string;
  readonly text: string;
  readonly said: SaidForm;
  readonly lang: Language;
}

/** What may be asked. */
export type Question =
  | (TextAsked & { readonly kind: 'lint' })
  | (TextAsked & { readonly kind: 'mend'; readonly level: 'safe' | 'all' })
  | (TextAsked & { readonly kind: 'explain'; readonly packet: PacketForm })
  | (TextAsked & { readonly kind: 'prove' })
  | (TextAsked & {
      readonly kind: 'spread';
      readonly flows: number;
      readonly clients: number;
      readonly destinations: number;
    })
  | (TextAsked & { readonly kind: 'convert'; readonly to: string })
  | (TextAsked & { readonly kind: 'sanitize'; readonly key: string })
  | (TextAsked & { readonly kind: 'complete'; readonly offset: number });

export type Kind = Question['kind'];

/** Why there is no answer. */
export interface Refused {
  readonly why: readonly string[];
  readonly diagnostics: readonly JsonDiagnostic[];
}
