import { type Command, Option } from 'commander';
import { gatewayReport, pastEvents, reportHtml, reportText, type TextOptions } from '../../report/index.ts';
import { bitRate, lasting, ms } from '../../text/index.ts';
import { exitCode } from '../exit-code.ts';
import { pastName, pastOf } from '../gateway/past.ts';
import { type ReachOptions, withReach } from '../gateway/reach.ts';
import { parseSince } from '../gateway/since.ts';
import { type JsonOption, withJson } from '../options/json.ts';
import { type LanguageOption, withLanguage } from '../options/language.ts';
import { jsonText } from '../output/json.ts';
import { printTable } from '../output/table.ts';

interface Options extends ReachOptions, JsonOption, LanguageOption {
  readonly since?: string;
  readonly until?: string;
  readonly format: 'text' | 'html';
}

const examples = `
Examples:
  sudo jalur report                                  the last 24 hours
  sudo jalur report --since 30d --format html > report.html
  sudo jalur report --since 7d --json | jq '.lines[] | {line, available}'`;

/** `jalur report`: how the lines of a gateway were over a time. */
export function register(command: Command): void {
  withReach(withLanguage(withJson(command), 'language of the report: en or id'))
    .description(
      'Shows how the lines were over a time: availability, outages, round trip, jitter and loss with the TIPHON index, what they carried, the shares of new connections as promised and as counted, the longest outages, how long decisions took, which configurations came. It reads what jalur run keeps, so the gateway need not run.',
    )
    .option(
      '--since <time>',
      'since then: 24h, 30d, 14:30, 2026-01-31 (local time); default: the last 24 hours',
      parseSince,
    )
    .option('--until <time>', 'until then; default: now', parseSince)
    .addOption(
      new Option('--format <format>', 'text, or one HTML page that loads nothing')
        .choices(['text', 'html'])
        .default('text'),
    )
    .addHelpText('after', examples)
    .action((options: Options) => {
      process.exitCode = show(options);
    });
}

/** A line may have been down when the time began: so far back its last state is looked for. */
const lookBackMs = 7 * 86_400_000;

function show({
  json,
  since = parseSince('24h'),
  until = new Date().toISOString(),
  lang,
  format,
  ...which
}: Options): number {
  const past = pastOf(which);
  try {
    const from = new Date(Date.parse(since) - lookBackMs).toISOString();
    const events = pastEvents(past.entries({ since: from, until }));
    const report = gatewayReport({ name: pastName(which), since, until, events, ring: past.ring });
    process.stdout.write(json ? jsonText(withoutDrawings(report)) : textOf(report, format, lang));
    return exitCode.ok;
  } finally {
    past.close();
  }
}

type Report = ReturnType<typeof gatewayReport>;

const textOf = (report: Report, format: Options['format'], language: Options['lang']): string =>
  (format === 'html' ? reportHtml : reportText)(report, {
    language,
    lasting: durationMs => lasting(durationMs, language),
    ms,
    bitRate,
    table,
  } satisfies TextOptions);

const table: TextOptions['table'] = (titles, rows) =>
  printTable(
    titles.map(title => ({ title })),
    rows,
  );

/** Points are for drawings; who wants them reads the figures. */
const withoutDrawings = ({ lines, ...report }: Report) => ({
  ...report,
  lines: lines.map(({ up: _, roundTrips: __, ...line }) => line),
});
