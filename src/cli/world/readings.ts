import { otherReading, readingsWords, type SaidOfText } from '../../answers/index.ts';
import type { Config } from '../../config/index.ts';
import type { Language } from '../../text/index.ts';
import { exitCode } from '../exit-code.ts';
import { jsonText } from '../output/json.ts';

/** What a command says of a text that was read in one way. */
export interface Answer {
  readonly code: number;
  /** What must be alike for two answers to be the same one. */
  readonly key: unknown;
  /** As text, or (`--json`) as data. */
  readonly text: () => string;
  readonly data: () => object;
}

interface ReadingsOptions extends SaidOfText {
  readonly lang: Language;
  readonly json?: boolean;
}

/**
 * Prints the answer to a text; where nothing in it shows its version and RouterOS 6 would answer otherwise than 7, both.
 * `read`: the text in a world, by other options where given. Gives the exit code.
 */
export async function answerReadings<S extends { readonly config: Config }>(
  options: ReadingsOptions,
  read: (again?: { readonly config: Config }) => Promise<S | undefined>,
  answer: (subject: S) => Answer | undefined,
): Promise<number> {
  const subject = await read();
  const first = subject && answer(subject);
  if (!first) return exitCode.noAnswer;
  const other = await secondAnswer(options, subject.config, read, answer);
  if (!other || JSON.stringify(other.key) === JSON.stringify(first.key)) {
    process.stdout.write(options.json ? jsonText(first.data()) : first.text());
    return first.code;
  }
  process.stdout.write(
    options.json
      ? jsonText({ ...first.data(), dialect: 'v7', asV6: other.data() })
      : bothText(first, other, options.lang),
  );
  return other.code === first.code ? first.code : exitCode.noAnswer;
}

async function secondAnswer<S extends { readonly config: Config }>(
  options: ReadingsOptions,
  config: Config,
  read: (again: { readonly config: Config }) => Promise<S | undefined>,
  answer: (subject: S) => Answer | undefined,
): Promise<Answer | undefined> {
  const old = otherReading(config, options);
  const subject = old && (await read({ config: old }));
  return subject && answer(subject);
}

function bothText(first: Answer, other: Answer, language: Language): string {
  const { differ, as } = readingsWords[language];
  return `${differ}\n\n${as('7')}\n${first.text()}\n${as('6')}\n${other.text()}`;
}
