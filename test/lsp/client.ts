import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import {
  CodeActionRequest,
  CompletionRequest,
  createProtocolConnection,
  DefinitionRequest,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  FileChangeType,
  type FileEvent,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  InlayHintRequest,
  LogMessageNotification,
  type Position,
  PrepareRenameRequest,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  ReferencesRequest,
  RenameRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { packagePath } from '../../src/sys/index.ts';

/** An editor that speaks with `jalur lsp` over its standard input and output. */
export class Editor {
  readonly #server;
  readonly #connection;
  readonly #published: PublishDiagnosticsParams[] = [];
  #listeners: (() => void)[] = [];
  #version = 0;
  readonly #texts = new Map<string, string>();
  /** What the server logs: defects of its own. */
  readonly logged: string[] = [];

  constructor(words: readonly string[] = [], program = packagePath('bin/jalur')) {
    this.#server = spawn(process.execPath, [program, 'lsp', ...words], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const { stdout, stdin } = this.#server;
    this.#connection = createProtocolConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.#connection.onNotification(PublishDiagnosticsNotification.type, found => {
      this.#published.push(found);
      for (const listener of this.#listeners) listener();
    });
    this.#connection.onNotification(LogMessageNotification.type, ({ message }) => {
      this.logged.push(message);
    });
    this.#connection.listen();
  }

  async start() {
    const answer = await this.#connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities: {},
    });
    await this.#connection.sendNotification(InitializedNotification.type, {});
    return answer;
  }

  /** Says goodbye as LSP wants it; the exit code of the server. */
  async end(): Promise<number | null> {
    const ended = new Promise<number | null>(resolve => this.#server.once('exit', resolve));
    await this.#connection.sendRequest(ShutdownRequest.type);
    await this.#connection.sendNotification(ExitNotification.type);
    return ended;
  }

  async open(uri: string, text: string): Promise<void> {
    this.#texts.set(uri, text);
    const textDocument = { uri, languageId: 'routeros', version: ++this.#version, text };
    await this.#connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  /** Replaces a range, as a keystroke does. */
  async change(uri: string, range: Range, text: string): Promise<void> {
    const before = this.#texts.get(uri) ?? '';
    this.#texts.set(uri, applied(before, [{ range, newText: text }]));
    await this.#connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: ++this.#version },
      contentChanges: [{ range, text }],
    });
  }

  /** As an editor tells of files that it was asked to watch. */
  async settingsChanged(path: string): Promise<void> {
    const changes: FileEvent[] = [{ uri: pathToFileURL(path).href, type: FileChangeType.Changed }];
    await this.#connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
  }

  async close(uri: string): Promise<void> {
    await this.#connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  text(uri: string): string {
    return this.#texts.get(uri) ?? '';
  }

  /** What was published of the last version; all that was published for the text so far. */
  async diagnostics(uri: string, version = this.#version): Promise<PublishDiagnosticsParams> {
    for (;;) {
      const found = this.#published.findLast(one => one.uri === uri && one.version === version);
      if (found) return found;
      await new Promise<void>(resolve => this.#listeners.push(resolve));
    }
  }

  published(uri: string): readonly PublishDiagnosticsParams[] {
    return this.#published.filter(one => one.uri === uri);
  }

  async hover(uri: string, position: Position): Promise<string> {
    const found = await this.#connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
    const contents = found?.contents;
    return contents && typeof contents === 'object' && 'value' in contents ? contents.value : '';
  }

  async completion(uri: string, position: Position) {
    const found = await this.#connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position,
    });
    return found && 'items' in found ? found.items : (found ?? []);
  }

  async definition(uri: string, position: Position): Promise<string[]> {
    const found = await this.#connection.sendRequest(DefinitionRequest.type, {
      textDocument: { uri },
      position,
    });
    return [found ?? []].flat().flatMap(one => ('range' in one ? [this.#said(uri, one.range)] : []));
  }

  async references(uri: string, position: Position): Promise<string[]> {
    const found = await this.#connection.sendRequest(ReferencesRequest.type, {
      textDocument: { uri },
      position,
      context: { includeDeclaration: true },
    });
    return (found ?? []).map(({ range }) => this.#said(uri, range));
  }

  /** `7: to_ISP1`: the line of a place and what stands there. */
  #said(uri: string, range: Range): string {
    const text = this.text(uri);
    return `${range.start.line + 1}: ${text.slice(offsetIn(text, range.start), offsetIn(text, range.end))}`;
  }

  prepareRename(uri: string, position: Position) {
    return this.#connection.sendRequest(PrepareRenameRequest.type, { textDocument: { uri }, position });
  }

  /** The text as it is after a renaming. */
  async rename(uri: string, position: Position, newName: string): Promise<string> {
    const params = { textDocument: { uri }, position, newName };
    return this.applied(uri, await this.#connection.sendRequest(RenameRequest.type, params));
  }

  /** `only`: the kinds that are asked for; undefined: all. */
  async codeActions(uri: string, range: Range, only?: string[]) {
    const params = { textDocument: { uri }, range, context: { diagnostics: [], ...(only && { only }) } };
    const found = await this.#connection.sendRequest(CodeActionRequest.type, params);
    return (found ?? []).flatMap(one => ('edit' in one ? [one] : []));
  }

  async inlayHints(uri: string): Promise<string[]> {
    const range = { start: { line: 0, character: 0 }, end: { line: 99_999, character: 0 } };
    const found = await this.#connection.sendRequest(InlayHintRequest.type, { textDocument: { uri }, range });
    return (found ?? []).map(({ position, label }) => `${position.line + 1}: ${label}`);
  }

  /** The text after an edit that the server proposes. */
  applied(uri: string, edit: WorkspaceEdit | null | undefined): string {
    const ofTexts = (edit?.documentChanges ?? []).filter((one): one is TextDocumentEdit => 'edits' in one);
    const edits = ofTexts.filter(one => one.textDocument.uri === uri).flatMap(one => one.edits);
    return applied(
      this.text(uri),
      edits.filter((one): one is TextEdit => 'newText' in one),
    );
  }
}

function applied(text: string, edits: readonly TextEdit[]): string {
  const byPlace = edits.toSorted((a, b) => offsetIn(text, b.range.start) - offsetIn(text, a.range.start));
  return byPlace.reduce(
    (now, { range, newText }) =>
      `${now.slice(0, offsetIn(text, range.start))}${newText}${now.slice(offsetIn(text, range.end))}`,
    text,
  );
}

/** Where a position is in a text; lines end as LSP says. */
function offsetIn(text: string, { line, character }: Position): number {
  const ends = [...text.matchAll(/\r\n|\n|\r/g)].map(end => end.index + end[0].length);
  return (line === 0 ? 0 : (ends[line - 1] ?? text.length)) + character;
}

/** The place of `what`, from its `nth` mention on (1 is the first), `into` units into it. */
export function placeOf(text: string, what: string, nth = 1, into = 0): Position {
  let at = -1;
  for (let i = 0; i < nth; i++) at = text.indexOf(what, at + 1);
  if (at < 0) throw new Error(`${what} does not stand in the text`);
  const before = text.slice(0, at + into).split(/\r\n|\n|\r/);
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
