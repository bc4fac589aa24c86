import type { PublishDiagnosticsParams, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { lspDiagnostic } from '../diagnostics.ts';
import { type CheckedText, Checking } from './checking.ts';
import { OpenText } from './open-text.ts';
import type { LspOptions } from './options.ts';

interface Entry {
  readonly document: TextDocument;
  readonly checking: Checking;
  text: OpenText;
}

/** All texts that an editor has open, each checked anew after it was changed. */
export class OpenTexts {
  readonly #entries = new Map<string, Entry>();
  readonly #options: LspOptions;
  readonly #publish: (found: PublishDiagnosticsParams) => void;
  readonly #report: (defect: unknown) => void;

  constructor(
    options: LspOptions,
    publish: (found: PublishDiagnosticsParams) => void,
    report: (defect: unknown) => void,
  ) {
    this.#options = options;
    this.#publish = publish;
    this.#report = report;
  }

  get(uri: string): OpenText | undefined {
    return this.#entries.get(uri)?.text;
  }

  open(opened: { readonly uri: string; readonly version: number; readonly text: string }): void {
    this.#entries.get(opened.uri)?.checking.stop();
    const { uri, version, text } = opened;
    const document = TextDocument.create(uri, 'routeros', version, text);
    const checking = new Checking(checked => this.#say(checked), this.#report);
    const entry = { document, checking, text: new OpenText(opened, this.#options) };
    this.#entries.set(uri, entry);
    checking.start(entry.text);
  }

  change(
    { uri, version }: { readonly uri: string; readonly version: number },
    changes: TextDocumentContentChangeEvent[],
  ): void {
    const entry = this.#entries.get(uri);
    if (!entry) return;
    TextDocument.update(entry.document, changes, version);
    entry.text = new OpenText({ uri, version, text: entry.document.getText() }, this.#options);
    entry.checking.start(entry.text);
  }

  close(uri: string): void {
    this.#entries.get(uri)?.checking.stop();
    this.#entries.delete(uri);
    this.#publish({ uri, diagnostics: [] });
  }

  /** What is wrong with the text as it is now; waits for a check that goes on. Undefined where it was closed. */
  checked(uri: string): Promise<CheckedText | undefined> {
    return this.#entries.get(uri)?.checking.done() ?? Promise.resolve(undefined);
  }

  #say({ text, diagnostics }: CheckedText): void {
    const { uri, version } = text;
    this.#publish({ uri, version, diagnostics: diagnostics.map(one => lspDiagnostic(text, one)) });
  }
}
