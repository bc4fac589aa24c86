import { fileURLToPath } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Config, readTexts } from '../../config/index.ts';
import { type Judged, type Linted, lint, lintInput, lintSteps } from '../../lint/index.ts';
import { type Dialect, type References, type Router, referencesOf } from '../../model/index.ts';
import { prove } from '../../prove/index.ts';
import { assumeWorld, computeRib, type Rib } from '../../rib/index.ts';
import { type Outline, outlineOf } from '../../rsc/index.ts';
import type { Language } from '../../text/index.ts';
import { type Occurrence, occurrencesIn } from '../names/occurrences.ts';
import type { LspOptions } from './options.ts';
import { Places } from './places.ts';

/** An open text as it is in one moment, and what is known of it: each worked out once, when it is first asked for. */
export class OpenText {
  readonly uri: string;
  readonly version: number;
  readonly places: Places;
  /** As it is read: of a text with the line ends of old Macs they are those of today, at the same offsets. */
  readonly text: string;
  readonly #options: LspOptions;
  readonly #known = new Map<string, unknown>();

  constructor({ uri, version, text }: Pick<OpenText, 'uri' | 'version' | 'text'>, options: LspOptions) {
    this.uri = uri;
    this.version = version;
    this.text = text.includes('\r') && !text.includes('\n') ? text.replaceAll('\r', '\n') : text;
    this.places = new Places(TextDocument.create(uri, 'routeros', version, text), this.text);
    this.#options = options;
  }

  get language(): Language {
    return this.#options.language;
  }

  get config(): Config {
    return this.#once('config', () => this.#readAs(this.#options.reading.dialect));
  }

  get router(): Router {
    return this.config.router;
  }

  get references(): References {
    return referencesOf(this.router);
  }

  /** Every statement, those in scripts too. */
  get outline(): Outline {
    return this.#once('outline', () => outlineOf(this.text, this.uri));
  }

  get occurrences(): readonly Occurrence[] {
    return this.#once('occurrences', () => occurrencesIn(this.outline));
  }

  /** Routes while all is well. */
  get rib(): Rib {
    const { leaseRoutes } = this.config;
    return this.#once('rib', () => computeRib(this.router, this.#assumed.world, { leaseRoutes }));
  }

  /** What is wrong, in steps between which something else may be done. */
  *check(): Generator<undefined, Linted> {
    const { addresses, reading } = this.#options;
    const { config } = this;
    yield;
    const input = lintInput(config, { addresses }, reading.dialect ? undefined : () => this.#readAs('v6'));
    yield;
    return yield* lintSteps(input, { ...this.#options.lint, language: this.language });
  }

  /** The same with other letters. */
  withText(text: string): OpenText {
    return new OpenText({ uri: this.uri, version: this.version, text }, this.#options);
  }

  /** What is found, and what holds of packets in each state of the lines. */
  judged(): Judged {
    const { addresses, reading, lint: said } = this.#options;
    const input = lintInput(this.config, addresses, reading.dialect ? undefined : () => this.#readAs('v6'));
    const { router, world, leaseRoutes } = input;
    return {
      diagnostics: lint(input, { ...said, language: this.language }).diagnostics,
      proof: prove(router, world, { engine: 'routeros', leaseRoutes, mostKinds: 500 }),
    };
  }

  #readAs(dialect: Dialect | undefined): Config {
    const named = { file: fileOf(this.uri), text: this.text };
    return readTexts([named], {
      ...this.#options.reading,
      language: this.language,
      dialect,
      assumesPorts: true,
    });
  }

  get #assumed() {
    const { addresses } = this.#options;
    return this.#once('assumed', () => assumeWorld(this.router, { addresses }));
  }

  #once<T>(name: string, make: () => T): T {
    if (!this.#known.has(name)) this.#known.set(name, make());
    return this.#known.get(name) as T;
  }
}

/** How messages call it: its path, or what an editor says of a text that is no file. */
const fileOf = (uri: string): string => pathOf(uri) ?? uri;

/** The path of a text that is a file. */
export function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}
