import type { ConfigOptions } from '../../config/index.ts';
import type { LintOptions } from '../../lint/index.ts';
import type { Ipv4Interface } from '../../net/index.ts';
import type { Language } from '../../text/index.ts';

/** What a user says beside a text. */
export interface LspOptions {
  readonly language: Language;
  readonly reading: ConfigOptions;
  /** Addresses of ports that the text leaves out, by interface. */
  readonly addresses: Readonly<Record<string, Ipv4Interface>>;
  /** Levels of rules, and what the user states of his configuration. */
  readonly lint: Pick<LintOptions, 'levels' | 'own'>;
}

/** What is said beside the text of a file, by the command and by settings beside it; undefined: by the command alone. */
export type OptionsFor = (file: string | undefined) => Promise<LspOptions>;
