import { type Config, withLines } from '../../config/index.ts';
import { dialledLines, isVersionOpen, type Router } from '../../model/index.ts';
import type { InEveryLanguage, Language } from '../../text/index.ts';
import { exitCode } from '../exit-code.ts';
import { jsonText } from '../output/json.ts';
import { lookedAt, type ReadingOptions } from './reading.ts';

/** What a command says of a text that was read in one way. */
export interface Answer {
  readonly code: number;
  /** What must be alike for two answers to be the same one. */
  readonly key: unknown;
  /** As text, or (`--json`) as data. */
  readonly text: () => string;
  readonly data: () => object;
}

const en = {
  differ:
    'The text does not show which RouterOS it is for, and the answer depends on it (say --dialect v6 or --dialect v7).',
  as: (version: string) => `Read as RouterOS ${version}:`,
};

const id: typeof en = {
  differ:
    'Teks ini tidak menunjukkan untuk RouterOS versi berapa, dan jawabannya bergantung padanya (tulis --dialect v6 atau --dialect v7).',
  as: version => `Dibaca sebagai RouterOS ${version}:`,
};

const words: InEveryLanguage<typeof en> = { en, id };

interface ReadingsOptions extends ReadingOptions {
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
  const { router } = config;
  if (options.dialect !== undefined || !isVersionOpen(router.version) || !couldDiffer(router))
    return undefined;
  const old = withLines(config, [], { ...lookedAt(options), dialect: 'v6' });
  const subject = old && (await read({ config: old }));
  return subject && answer(subject);
}

/** Versions differ in what they make of marks and routing rules, and of routes where there are several. */
function couldDiffer(router: Router): boolean {
  const { routes, routingRules, vrfs, dhcpClients, firewall } = router;
  const isOn = (item: { readonly disabled: boolean }): boolean => !item.disabled;
  const ways = [...routes.filter(isOn), ...dhcpClients.filter(isOn), ...dialledLines(router)];
  const isMarking = firewall.ipv4.mangle.some(rule => isOn(rule) && rule.action.kind === 'mark-routing');
  return isMarking || routingRules.some(isOn) || vrfs.some(isOn) || ways.length > 1;
}

function bothText(first: Answer, other: Answer, language: Language): string {
  const { differ, as } = words[language];
  return `${differ}\n\n${as('7')}\n${first.text()}\n${as('6')}\n${other.text()}`;
}
