import type { PublishDiagnosticsParams, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { lspDiagnostic } from '../diagnostics.ts';
import { type CheckedText, Checking } from './checking.ts';
import { OpenText, pathOf } from './open-text.ts';
import type { LspOptions, OptionsFor } from './options.ts';

interface Entry {
  readonly document: TextDocument;
  readonly checking: Checking;
  options: LspOptions;
  text: OpenText;
}

/** Whom the texts tell what. */
interface Listeners {
  readonly publish: (found: PublishDiagnosticsParams) => void;
  /** What this program does wrong. */
  readonly report: (defect: unknown) => void;
}

/** All texts that an editor has open, each checked anew after it was changed. */
export class OpenTexts {
  readonly #entries = new Map<string, Entry>();
  readonly #options: LspOptions;
  readonly #optionsFor: OptionsFor;
  readonly #listeners: Listeners;

  /** `options`: until it is known what is said beside a text. */
  constructor(options: LspOptions, optionsFor: OptionsFor, listeners: Listeners) {
    this.#options = options;
    this.#optionsFor = optionsFor;
    this.#listeners = listeners;
  }

  get(uri: string): OpenText | undefined {
    return this.#entries.get(uri)?.text;
  }

  open(opened: { readonly uri: string; readonly version: number; readonly text: string }): void {
    this.#entries.get(opened.uri)?.checking.stop();
    const { uri, version, text } = opened;
    const document = TextDocument.create(uri, 'routeros', version, text);
    const checking = new Checking(checked => this.#say(checked), this.#listeners.report);
    const options = this.#options;
    const entry = { document, checking, options, text: new OpenText(opened, options) };
    this.#entries.set(uri, entry);
    checking.expect(entry.text);
    this.#settle(entry);
  }

  /** What is said beside the texts may have changed. */
  settleAll(): void {
    for (const entry of this.#entries.values()) this.#settle(entry);
  }

  change(
    { uri, version }: { readonly uri: string; readonly version: number },
    changes: TextDocumentContentChangeEvent[],
  ): void {
    const entry = this.#entries.get(uri);
    if (!entry) return;
    TextDocument.update(entry.document, changes, version);
    this.#renew(entry);
  }

  /** Reads what is said beside a text, then checks it. */
  #settle(entry: Entry): void {
    this.#optionsFor(pathOf(entry.document.uri))
      .then(options => {
        entry.options = options;
        if (this.#entries.get(entry.document.uri) === entry) this.#renew(entry);
      })
      .catch(this.#listeners.report);
  }

  #renew(entry: Entry): void {
    const { uri, version } = entry.document;
    entry.text = new OpenText({ uri, version, text: entry.document.getText() }, entry.options);
    entry.checking.start(entry.text);
  }

  close(uri: string): void {
    this.#entries.get(uri)?.checking.stop();
    this.#entries.delete(uri);
    this.#listeners.publish({ uri, diagnostics: [] });
  }

  /** What is wrong with the text as it is now; waits for a check that goes on. Undefined where it was closed. */
  checked(uri: string): Promise<CheckedText | undefined> {
    return this.#entries.get(uri)?.checking.done() ?? Promise.resolve(undefined);
  }

  #say({ text, diagnostics }: CheckedText): void {
    const { uri, version } = text;
    this.#listeners.publish({ uri, version, diagnostics: diagnostics.map(one => lspDiagnostic(text, one)) });
  }
}
