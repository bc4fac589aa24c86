import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import nodeModule, { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  createProtocolConnection,
  ExitNotification,
  InitializeRequest,
  type InitializeResult,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { packagePath } from '../src/files/index.ts';

const folder = packagePath('editors/vscode');
const json = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const manifest = json('package.json');

interface ServerOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly options: { readonly shell: boolean };
}

interface ClientOptions {
  readonly documentSelector: readonly { readonly language: string }[];
}

/** Stands for the client of VS Code: starts the server as that does, and says hello and goodbye. */
class StandInClient {
  static last: StandInClient | undefined;
  readonly server: ServerOptions;
  readonly client: ClientOptions;
  answer: InitializeResult | undefined;
  exit: Promise<number | null> | undefined;
  #connection: ReturnType<typeof createProtocolConnection> | undefined;

  constructor(_id: string, _name: string, server: ServerOptions, client: ClientOptions) {
    this.server = server;
    this.client = client;
    StandInClient.last = this;
  }

  async start(): Promise<void> {
    const { command, args, options } = this.server;
    const child: ChildProcess = spawn(command, args, { ...options, stdio: ['pipe', 'pipe', 'inherit'] });
    const { stdin, stdout } = child;
    if (!stdin || !stdout) throw new Error('the server has no pipes');
    this.exit = new Promise(resolve => child.once('exit', resolve));
    this.#connection = createProtocolConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.#connection.listen();
    const hello = { processId: process.pid, rootUri: null, capabilities: {} };
    this.answer = await this.#connection.sendRequest(InitializeRequest.type, hello);
  }

  async stop(): Promise<void> {
    await this.#connection?.sendRequest(ShutdownRequest.type);
    await this.#connection?.sendNotification(ExitNotification.type);
  }
}

interface Extension {
  readonly activate: () => Promise<void>;
  readonly deactivate: () => Promise<void>;
}

/** The extension's main, with what VS Code has in the place of what is not here. */
function loaded(settings: Readonly<Record<string, unknown>>): Extension {
  const workspace = {
    createFileSystemWatcher: (pattern: string) => ({ pattern }),
    getConfiguration: () => ({ get: (key: string, fallback: unknown) => settings[key] ?? fallback }),
  };
  const stubs: Readonly<Record<string, object>> = {
    vscode: { workspace },
    'vscode-languageclient/node': { LanguageClient: StandInClient },
  };
  const loader = nodeModule as unknown as { _load: (name: string, ...more: readonly unknown[]) => unknown };
  const load = loader._load;
  const require = createRequire(import.meta.url);
  const main = join(folder, manifest.main);
  delete require.cache[require.resolve(main)];
  loader._load = (name, ...more) => stubs[name] ?? load(name, ...more);
  try {
    return require(main);
  } finally {
    loader._load = load;
  }
}

describe('the extension for VS Code', () => {
  it('its JSON is valid, and names files that exist', () => {
    const { contributes } = manifest;
    const files = [
      manifest.main,
      ...contributes.languages.map((one: { readonly configuration: string }) => one.configuration),
      ...contributes.grammars.map((one: { readonly path: string }) => one.path),
    ];
    expect(files.filter(file => !existsSync(join(folder, file)))).toEqual([]);
    expect(json('language-configuration.json').comments.lineComment).toBe('#');
    const grammar = json('syntaxes/routeros.tmLanguage.json');
    expect(grammar.scopeName).toBe(contributes.grammars[0].scopeName);
    const patterns = [
      ...grammar.patterns,
      ...grammar.patterns.flatMap((one: { readonly patterns?: object[] }) => one.patterns ?? []),
    ];
    for (const { match, begin } of patterns) expect(() => new RegExp(match ?? begin)).not.toThrow();
    expect(contributes.languages[0].extensions).toEqual(['.rsc']);
    expect(
      new RegExp(contributes.languages[0].firstLine).test('# 2026-11-29 10:00:00 by RouterOS 7.16'),
    ).toBe(true);
  });

  it('activate → starts jalur lsp with the settings, which answers; deactivate → it ends', async () => {
    const extension = loaded({
      path: packagePath('bin/jalur'),
      language: 'id',
      dialect: 'v6',
      arguments: ['--wan', 'ether1,ether2'],
    });
    await extension.activate();
    const client = StandInClient.last;
    const words = ['lsp', '--stdio', '--lang', 'id', '--dialect', 'v6', '--wan', 'ether1,ether2'];
    expect(client?.server.args).toEqual(words);
    expect(client?.client.documentSelector).toEqual([{ language: manifest.contributes.languages[0].id }]);
    expect(client?.answer?.serverInfo?.name).toBe('jalur');
    expect(client?.answer?.capabilities).toMatchObject({ hoverProvider: true, renameProvider: {} });
    await extension.deactivate();
    expect(await client?.exit).toBe(0);
  });

  it('without settings → jalur of the PATH, in English', async () => {
    // Nothing of that name need be there: what is started is looked at alone.
    const start = StandInClient.prototype.start;
    StandInClient.prototype.start = () => Promise.resolve();
    await loaded({}).activate();
    StandInClient.prototype.start = start;
    expect(StandInClient.last?.server).toMatchObject({
      command: 'jalur',
      args: ['lsp', '--stdio', '--lang', 'en'],
    });
  });
});
