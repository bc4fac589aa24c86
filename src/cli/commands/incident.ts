import type { Command } from 'commander';
import type { Incident } from '../../gateway/index.ts';
import type { Past } from '../../journal/index.ts';
import {
  causesText,
  incidentsOf,
  lostPackets,
  pastEvents,
  rateBefore,
  storyText,
} from '../../report/index.ts';
import { lasting, ms } from '../../text/index.ts';
import { exitCode } from '../exit-code.ts';
import { pastOf } from '../gateway/past.ts';
import { type ReachOptions, withReach } from '../gateway/reach.ts';
import { parseSince } from '../gateway/since.ts';
import { type JsonOption, withJson } from '../options/json.ts';
import { inAsked, type LanguageOption, withLanguage } from '../options/language.ts';
import { jsonText } from '../output/json.ts';
import { printTable } from '../output/table.ts';

interface Options extends ReachOptions, JsonOption, LanguageOption {
  readonly list?: boolean;
  /** ISO 8601, UTC. */
  readonly since?: string;
}

const examples = `
Examples:
  sudo jalur incident                               the latest one
  sudo jalur incident --list                        all of the last 30 days
  sudo jalur incident ether2-20261130T023412Z --lang id`;

/** `jalur incident`: the story of a line that was down. */
export function register(command: Command): void {
  withReach(withLanguage(withJson(command), 'language of the story: en or id'))
    .description(
      'Tells what happened when a line was down, on one page: how it was found, what was lost, what was decided and in how many milliseconds, which connections were moved, and when it was back. It reads the journal, so the gateway need not run. Exit code 1 where there is no such incident.',
    )
    .argument('[id]', 'which one, as --list has it; or a line: its latest')
    .option('--list', 'list them')
    .option(
      '--since <time>',
      'since then: 30d, 14:30, 2026-01-31 (local time); default: the last 30 days',
      parseSince,
    )
    .addHelpText('after', examples)
    .action((id: string | undefined, options: Options) => {
      process.exitCode = show(id, options);
    });
}

function show(
  id: string | undefined,
  { json = false, list = false, since = parseSince('30d'), lang, ...which }: Options,
): number {
  const past = pastOf(which);
  try {
    const all = incidentsOf(pastEvents(past.entries({ since })), new Date().toISOString());
    if (list) return sayAll(all, json, lang);
    const found = all.findLast(one => id === undefined || one.id === id || one.line === id);
    return found ? sayOne(found, past, json, lang) : sayNone(id, all);
  } finally {
    past.close();
  }
}

function sayAll(all: readonly Incident[], json: boolean, lang: Options['lang']): number {
  const rows = all.map(one => {
    return [
      one.id,
      one.until === undefined ? `${lasting(one.downMs, lang)}+` : lasting(one.downMs, lang),
      causesText(one, lang),
    ];
  });
  const titles = ['INCIDENT', 'LASTED', 'CAUSE'].map(title => ({ title }));
  process.stdout.write(
    json ? jsonText(all) : rows.length === 0 ? 'No line was down.\n' : printTable(titles, rows),
  );
  return exitCode.ok;
}

function sayOne(one: Incident, past: Past, json: boolean, language: Options['lang']): number {
  const packetsPerSecond = rateBefore(one, past.ring);
  const lost = lostPackets(one, packetsPerSecond);
  process.stdout.write(
    json
      ? jsonText({ ...one, lostPacketsAbout: lost })
      : storyText(one, { language, packetsPerSecond, lasting: over => lasting(over, language), ms }),
  );
  return exitCode.ok;
}

function sayNone(id: string | undefined, all: readonly Incident[]): number {
  const latest = all.at(-1)?.id;
  const what =
    id === undefined
      ? inAsked({ en: 'no line was down in that time.', id: 'tidak ada saluran yang mati dalam waktu itu.' })
      : inAsked({
          en: `there is no incident ${id} in that time.`,
          id: `tidak ada insiden ${id} dalam waktu itu.`,
        });
  const next =
    latest === undefined
      ? inAsked({ en: 'jalur events shows what happened else.', id: 'jalur events menampilkan yang lain.' })
      : inAsked({
          en: `jalur incident --list has all; the latest is ${latest}.`,
          id: `jalur incident --list memuat semuanya; yang terakhir ${latest}.`,
        });
  process.stderr.write(`jalur: ${what}\n       ${next}\n`);
  return exitCode.bad;
}
