// Starts `jalur lsp` and leaves everything else to VS Code's client.
const { workspace } = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

let client;

/** How the server is started: the settings of the user as arguments. */
function serverOptions() {
  const settings = workspace.getConfiguration('jalur');
  const dialect = settings.get('dialect', 'auto');
  const args = [
    'lsp',
    '--stdio',
    '--lang',
    settings.get('language', 'en'),
    ...(dialect === 'auto' ? [] : ['--dialect', dialect]),
    ...settings.get('arguments', []),
  ];
  const path = settings.get('path', 'jalur');
  // On Windows npm makes jalur.cmd, which a shell alone can start; a shell wants blanks quoted.
  const shell = process.platform === 'win32';
  const quoted = word => (shell && /\s/.test(word) ? `"${word}"` : word);
  return { command: quoted(path), args: args.map(quoted), options: { shell } };
}

exports.activate = () => {
  const documentSelector = [{ language: 'routeros' }];
  const fileEvents = workspace.createFileSystemWatcher('**/jalur.config*');
  const clientOptions = { documentSelector, synchronize: { fileEvents } };
  client = new LanguageClient('jalur', 'jalur', serverOptions(), clientOptions);
  return client.start();
};

exports.deactivate = () => client?.stop();
