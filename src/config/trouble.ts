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

/** The same of a file that says who is told. */
export const unreadableNotify = (path: string, error: unknown): Diagnostic => ({
  ...unreadable(path, error),
  do: 'Name a file that holds notify: (docs/notifications.md).',
});
