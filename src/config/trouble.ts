import { fileTrouble } from '../files/index.ts';
import { type Diagnostic, diagnosticOf, inEvery, type Language, nowhere, type Said } from '../text/index.ts';

/** A path that gives no text. */
export const unreadable = (
  path: string,
  error: unknown,
  language: Language = 'en',
  todo: Said = nameOne,
): Diagnostic =>
  diagnosticOf(
    {
      id: 'config/unreadable-file',
      severity: 'error',
      what: inEvery(one => `${path} ${cannotBeRead[one]}: ${fileTrouble(error, one)}`),
      do: todo,
    },
    { ...nowhere, file: path },
    language,
  );

const cannotBeRead: Said = { en: 'cannot be read', id: 'tidak dapat dibaca' };

const nameOne: Said = {
  en: 'Name a RouterOS configuration file (.rsc), a gateway.yaml, or a folder with one.',
  id: 'Sebutkan file konfigurasi RouterOS (.rsc), gateway.yaml, atau folder yang berisi salah satunya.',
};

/** The same of a file that says who is told. */
export const unreadableNotify = (path: string, error: unknown, language: Language = 'en'): Diagnostic =>
  unreadable(path, error, language, {
    en: 'Name a file that holds notify: (docs/notifications.md).',
    id: 'Sebutkan file yang memuat notify: (docs/notifications.md).',
  });
