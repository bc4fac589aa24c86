import { type IntentRun, isIntent, type MadeIntent, makeIntent } from '../intent/index.ts';
import type { Dialect } from '../model/index.ts';
import { type Listing, listingOf, type NamedText } from '../rsc/index.ts';
import { type Diagnostic, diagnosticOf, type Finding, type Language, nowhere } from '../text/index.ts';

/** Texts as a router would have them. */
interface RouterTexts {
  /** Of an intent the statements that it stands for. */
  readonly made: readonly NamedText[];
  /** Files that are intents. */
  readonly intents: readonly string[];
  /** Files in which stands what `print` shows of a router, and what was read of it. */
  readonly listings: readonly string[];
  readonly notes: readonly Diagnostic[];
  readonly run: IntentRun;
  /** Why they must not be read. */
  readonly refused: readonly Diagnostic[];
}

/** Texts and intents beside each other, the latter as the statements that they stand for. */
export function routerTexts(
  texts: readonly NamedText[],
  dialect: Dialect | undefined,
  language: Language = 'en',
): RouterTexts {
  const read = texts.map(one => {
    const intent = isIntent(one) ? makeIntent(one.text, one.file, language) : undefined;
    return { one, intent, listing: intent ? undefined : listingOf(one, language) };
  });
  const intents = read.flatMap(({ one, intent }) => (intent ? [one.file] : []));
  const refused = [
    ...read.flatMap(({ intent }) => intent?.diagnostics ?? []),
    ...intents.slice(1).map(file => about(file, severalIntents(file), language)),
    ...(dialect === undefined ? [] : intents.map(file => about(file, noVersion(file), language))),
  ];
  return {
    made: read.map(({ one, intent, listing }) =>
      intent ? statementsOf(one, intent) : (listing?.text ?? one),
    ),
    intents,
    listings: read.flatMap(({ one, listing }) => (listing ? [one.file] : [])),
    notes: read.flatMap(({ listing }) => listing?.notes ?? []),
    run: read.find(({ intent }) => intent)?.intent?.run ?? {},
    refused,
  };
}

/** One text as a router would have it, or what is wrong with the intent that it is. */
export function routerText(one: NamedText, language: Language = 'en'): RouterText {
  const listing = isIntent(one) ? undefined : listingOf(one, language);
  if (listing) return { text: listing.text, listing, diagnostics: [] };
  if (!isIntent(one)) return { text: one, diagnostics: [] };
  const intent = makeIntent(one.text, one.file, language);
  return { text: statementsOf(one, intent), intent, diagnostics: intent.diagnostics };
}

interface RouterText {
  readonly text: NamedText;
  readonly intent?: MadeIntent | undefined;
  readonly listing?: Listing | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

const statementsOf = ({ file }: NamedText, { text, made }: MadeIntent): NamedText => ({ file, text, made });

type Refusal = Pick<Finding, 'what' | 'do'>;

const about = (file: string, refusal: Refusal, language: Language): Diagnostic =>
  diagnosticOf({ id: 'intent/wrong', severity: 'error', ...refusal }, { ...nowhere, file }, language);

const severalIntents = (file: string): Refusal => ({
  what: {
    en: `${file} is a second intent: a gateway has one.`,
    id: `${file} adalah intent kedua: sebuah gateway hanya punya satu.`,
  },
  do: { en: 'Put all of it into one file.', id: 'Satukan semuanya dalam satu file.' },
});

const noVersion = (file: string): Refusal => ({
  what: {
    en: `${file} is an intent, which is of no version of RouterOS.`,
    id: `${file} adalah intent, yang tidak punya versi RouterOS.`,
  },
  do: {
    en: 'Leave --dialect away. jalur convert --to v6 writes it as RouterOS 6 text.',
    id: 'Hilangkan --dialect. jalur convert --to v6 menulisnya sebagai teks RouterOS 6.',
  },
});
