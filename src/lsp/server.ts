import {
  CodeActionKind,
  type Connection,
  createConnection,
  ErrorCodes,
  type InitializeResult,
  type Location,
  ResponseError,
  TextDocumentSyncKind,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { completionsAt } from './completion.ts';
import { fixAll, fixAllKind, isWanted } from './fix-all.ts';
import { codeActions } from './fixes.ts';
import { hoverAt } from './hover/hover.ts';
import { inlayHints } from './inlay.ts';
import { definitionsOf, nameAt, sameName } from './names/find.ts';
import type { Occurrence } from './names/occurrences.ts';
import { renamed, whyNotCalled, whyNotRenamed } from './names/rename.ts';
import type { OpenText } from './text/open-text.ts';
import { OpenTexts } from './text/open-texts.ts';
import type { LspOptions, OptionsFor } from './text/options.ts';

const capabilities: InitializeResult['capabilities'] = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  hoverProvider: true,
  completionProvider: { triggerCharacters: ['/', '=', ' ', ',', '!', '['] },
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
  inlayHintProvider: true,
};

/** What a server is started with. */
interface Start {
  /** Of this program. */
  readonly version: string;
  readonly options: LspOptions;
  readonly optionsFor: OptionsFor;
}

/** Answers an editor over two streams until it says `exit` or goes away. */
export function serve(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  { version, options, optionsFor }: Start,
): void {
  const connection = createConnection(input, output);
  const texts = new OpenTexts(options, optionsFor, {
    publish: found => void connection.sendDiagnostics(found),
    report: defect => logDefect(connection, defect),
  });
  connection.onInitialize(() => ({
    capabilities,
    serverInfo: { name: 'jalur', version },
  }));
  followTexts(connection, texts);
  answerAboutPlaces(connection, texts);
  answerAboutNames(connection, texts);
  connection.listen();
}

function followTexts(connection: Connection, texts: OpenTexts): void {
  connection.onDidOpenTextDocument(({ textDocument }) => texts.open(textDocument));
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) =>
    texts.change(textDocument, contentChanges),
  );
  // Of settings beside a text an editor tells only where it was asked to.
  connection.onDidSaveTextDocument(() => texts.settleAll());
  connection.onDidChangeWatchedFiles(() => texts.settleAll());
  connection.onDidCloseTextDocument(({ textDocument }) => texts.close(textDocument.uri));
}

interface About {
  readonly textDocument: { readonly uri: string };
}

/** A handler that answers `nothing` for a text that is not open, and where this program is wrong, which it logs. */
function answer<P extends About, R>(
  connection: Connection,
  texts: OpenTexts,
  nothing: R,
  ask: (text: OpenText, params: P) => R | Promise<R>,
): (params: P) => Promise<R> {
  return async params => {
    const text = texts.get(params.textDocument.uri);
    if (!text) return nothing;
    try {
      return await ask(text, params);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      logDefect(connection, error);
      return nothing;
    }
  };
}

function logDefect({ console }: Connection, defect: unknown): void {
  console.error(defect instanceof Error ? (defect.stack ?? defect.message) : String(defect));
}

function answerAboutPlaces(connection: Connection, texts: OpenTexts): void {
  connection.onHover(answer(connection, texts, null, (text, { position }) => hoverAt(text, position)));
  connection.onCompletion(
    answer(connection, texts, null, (text, { position }) => completionsAt(text, position)),
  );
  connection.languages.inlayHint.on(
    answer(connection, texts, [], (text, { range }) => inlayHints(text, range)),
  );
  connection.onCodeAction(
    answer(connection, texts, [], async ({ uri }, { range, context: { only } }) => {
      const checked = await texts.checked(uri);
      if (!checked) return [];
      const { text, diagnostics } = checked;
      return [
        ...(isWanted(CodeActionKind.QuickFix, only) ? codeActions(text, range, diagnostics) : []),
        ...(only && isWanted(fixAllKind, only) ? fixAll(text, diagnostics) : []),
      ];
    }),
  );
}

function answerAboutNames(connection: Connection, texts: OpenTexts): void {
  connection.onDefinition(
    answer(connection, texts, [], (text, { position }) => {
      const name = nameAt(text, text.places.offsetAt(position));
      return name ? locations(text, definitionsOf(text, name)) : [];
    }),
  );
  connection.onReferences(
    answer(connection, texts, [], (text, { position, context }) => {
      const name = nameAt(text, text.places.offsetAt(position));
      const all = name ? sameName(text, name) : [];
      return locations(
        text,
        all.filter(({ defines }) => context.includeDeclaration || !defines),
      );
    }),
  );
  connection.onPrepareRename(
    answer(connection, texts, null, (text, { position }) => {
      const name = nameAt(text, text.places.offsetAt(position));
      refuse(name && whyNotRenamed(text, name));
      return name ? { range: text.places.rangeOf(name.range), placeholder: name.name } : null;
    }),
  );
  connection.onRenameRequest(
    answer(connection, texts, null, (text, { position, newName }): WorkspaceEdit | null => {
      const name = nameAt(text, text.places.offsetAt(position));
      if (!name) return null;
      refuse(whyNotRenamed(text, name) ?? whyNotCalled(text, name, newName));
      const edits = renamed(text, name, newName).map(edit => ({
        range: text.places.rangeOf(edit),
        newText: edit.text,
      }));
      return { documentChanges: [{ textDocument: { uri: text.uri, version: text.version }, edits }] };
    }),
  );
}

function refuse(why: string | undefined): void {
  if (why !== undefined) throw new ResponseError(ErrorCodes.InvalidRequest, why);
}

const locations = (text: OpenText, places: readonly Occurrence[]): Location[] =>
  places.map(({ range }) => ({ uri: text.uri, range: text.places.rangeOf(range) }));
