import { type Diagnostic, diagnosticOf, type Language, nowhere } from '../text/index.ts';

/** Prose, or a script only: running it would be an empty gateway. */
export const nothingInIt = (file: string, language: Language = 'en'): Diagnostic =>
  diagnosticOf(
    {
      id: 'config/nothing-in-it',
      severity: 'error',
      what: {
        en: `${file} holds no RouterOS statement that could be run.`,
        id: `${file} tidak berisi perintah RouterOS yang dapat dijalankan.`,
      },
      do: {
        en: 'Name a RouterOS configuration: /export file=office, then office.rsc.',
        id: 'Sebutkan konfigurasi RouterOS: /export file=office, lalu office.rsc.',
      },
    },
    { ...nowhere, file },
    language,
  );

/** A role was stated for an interface that the text does not have. */
export const noInterface = (
  file: string,
  name: string,
  known: readonly string[],
  language: Language = 'en',
): Diagnostic =>
  diagnosticOf(
    {
      id: 'config/no-such-interface',
      severity: 'error',
      what: {
        en: `${file} has no interface ${name}, which --wan or --lan names.`,
        id: `${file} tidak punya interface ${name}, yang disebut --wan atau --lan.`,
      },
      do: { en: `Name one of ${known.join(', ')}.`, id: `Sebutkan salah satu dari ${known.join(', ')}.` },
    },
    { ...nowhere, file },
    language,
  );
