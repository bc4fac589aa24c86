import { type IntentRun, isIntent, type MadeIntent, makeIntent } from '../intent/index.ts';
import type { Dialect } from '../model/index.ts';
import { type Listing, listingOf, type NamedText } from '../rsc/index.ts';
import { type Diagnostic, type Language, nowhere } from '../text/index.ts';

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
  language?: Language,
): RouterTexts {
  const read = texts.map(one => {
    const intent = isIntent(one) ? makeIntent(one.text, one.file) : undefined;
    return { one, intent, listing: intent ? undefined : listingOf(one, language) };
  });
  const intents = read.flatMap(({ one, intent }) => (intent ? [one.file] : []));
  const refused = [
    ...read.flatMap(({ intent }) => intent?.diagnostics ?? []),
    ...intents.slice(1).map(severalIntents),
    ...(dialect === undefined ? [] : intents.map(noVersion)),
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
export function routerText(one: NamedText, language?: Language): RouterText {
  const listing = isIntent(one) ? undefined : listingOf(one, language);
  if (listing) return { text: listing.text, listing, diagnostics: [] };
  if (!isIntent(one)) return { text: one, diagnostics: [] };
  const intent = makeIntent(one.text, one.file);
  return { text: statementsOf(one, intent), intent, diagnostics: intent.diagnostics };
}

interface RouterText {
  readonly text: NamedText;
  readonly intent?: MadeIntent | undefined;
  readonly listing?: Listing | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

const statementsOf = ({ file }: NamedText, { text, made }: MadeIntent): NamedText => ({ file, text, made });

const about = (file: string, what: string, todo: string): Diagnostic => ({
  id: 'intent/wrong',
  severity: 'error',
  what,
  do: todo,
  span: { ...nowhere, file },
});

const severalIntents = (file: string): Diagnostic =>
  about(file, `${file} is a second intent: a gateway has one.`, 'Put all of it into one file.');

const noVersion = (file: string): Diagnostic =>
  about(
    file,
    `${file} is an intent, which is of no version of RouterOS.`,
    'Leave --dialect away. jalur convert --to v6 writes it as RouterOS 6 text.',
  );
