import type { Command } from 'commander';
import {
  type Difference,
  differenceBetween,
  differenceHead,
  differenceJson,
  outagesThatDiffer,
  outageText,
  pointLines,
  type WalkSubject,
  walkWords,
} from '../../answers/index.ts';
import { type Change, changeText, kindText, movementText } from '../../diff/index.ts';
import type { SampleSize } from '../../spread/index.ts';
import type { Language } from '../../text/index.ts';
import { exitCode } from '../exit-code.ts';
import { type JsonOption, withJson } from '../options/json.ts';
import { atLeastOne, withSample } from '../options/sample.ts';
import { coloursFor } from '../output/colour.ts';
import { jsonText } from '../output/json.ts';
import { readWalkSubjects, type WalkSubjectOptions, withWalkSubjects } from '../walk/subject.ts';

type Options = WalkSubjectOptions & SampleSize & JsonOption & { readonly exitCode?: boolean };

const examples = `
Examples:
  jalur diff examples/paper examples/paper-fixed
  jalur diff office.rsc office-new.rsc --down ISP1
  jalur diff before.rsc after.rsc --json`;

/** `jalur diff`: what changes between two configurations, and which connections move. */
export function register(command: Command): void {
  withSample(withJson(withWalkSubjects(command)))
    .description(
      'Compares two configurations item by item, in order, and sends the same connections through both: which leave by another WAN, lose their translation or are dropped; then one packet of every other kind, from outside, from the LAN and from the router itself.',
    )
    .option('--exit-code', 'exit code 1 where anything differs, as git diff has it')
    .addHelpText('after', examples)
    .action(async (before: string, after: string, options: Options) => {
      process.exitCode = await compare(before, after, options);
    });
}

async function compare(before: string, after: string, options: Options): Promise<number> {
  const subjects = await readWalkSubjects(before, after, options);
  if (!subjects) return exitCode.noAnswer;
  const difference = differenceBetween(subjects, atLeastOne(options));
  const { movers, changes, written } = difference;
  process.stdout.write(
    options.json ? jsonText(differenceJson(difference)) : asText(subjects[1], difference, options.lang),
  );
  if (options.strict && !(movers.points.length === 0 && movers.complete)) return exitCode.noAnswer;
  return options.exitCode && changes.length + written.length > 0 ? exitCode.bad : exitCode.ok;
}

const signs = {
  added: 'green',
  removed: 'red',
  moved: 'yellow',
  changed: 'yellow',
  version: 'yellow',
} as const;

function asText({ assumptions }: WalkSubject, difference: Difference, language: Language): string {
  const { changes, written, movers, kinds, before, after } = difference;
  const colours = coloursFor(process.stdout);
  const { diff } = walkWords[language];
  const texts = (all: readonly Change[]): string[] =>
    all.map(change => colours[signs[change.kind]](changeText(change, language)));
  const sections = [
    [colours.bold(differenceHead(difference, language))],
    texts(changes),
    written.length > 0 ? [diff.written, ...texts(written)] : [],
    movers.movements.map(movement => movementText(before.router, movement, language)),
    kinds.changed.map(change => kindText(before, after, change, language)),
    outagesThatDiffer(difference).map(one => outageText(after, one, language)),
    [
      ...pointLines(movers.points, language),
      ...(kinds.complete ? [] : [diff.notAll(kinds.sent)]),
      ...assumptions,
    ],
  ];
  const shown = sections.filter(lines => lines.length > 0).map(lines => lines.join('\n'));
  return `${shown.join('\n\n')}\n`;
}
