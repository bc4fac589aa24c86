import { fileTrouble } from '../files/index.ts';
import { type Diagnostic, nowhere } from '../text/index.ts';

/** A path that gives no text. */
export function unreadable(path: string, error: unknown): Diagnostic {
  return {
    id: 'config/unreadable-file',
    severity: 'error',
    what: `${path} cannot be read: ${fileTrouble(error)}`,
    do: 'Name a RouterOS configuration file (.rsc), a gateway.yaml, or a folder with one.',
    span: { ...nowhere, file: path },
  };
}
