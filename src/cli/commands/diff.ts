import type { Command } from 'commander';
import {
  pointLines,
  preparedSubject,
  verdictJson,
  type WalkSubject,
  walkWords,
} from '../../answers/index.ts';
import {
  type Change,
  changesBetween,
  changeText,
  type Kinds,
  kindsBetween,
  kindText,
  type Movers,
  movementText,
  moversBetween,
  writtenChanges,
} from '../../diff/index.ts';
import { type SampleSize, wayKey } from '../../spread/index.ts';
import type { Language } from '../../text/index.ts';
import { endingText, type Prepared, packetText, pointsText, type Trace } from '../../walk/index.ts';
import { exitCode } from '../exit-code.ts';
import { type JsonOption, withJson } from '../options/json.ts';
import { atLeastOne, withSample } from '../options/sample.ts';
import { changeJson } from '../output/change-json.ts';
import { coloursFor } from '../output/colour.ts';
import { jsonText } from '../output/json.ts';
import { readWalkSubjects, type WalkSubjectOptions, withWalkSubjects } from '../walk/subject.ts';

type Options = WalkSubjectOptions & SampleSize & JsonOption & { readonly exitCode?: boolean };

/** Everything that differs. */
interface Difference {
  /** What the router has. */
  readonly changes: readonly Change[];
  /** Statements that differ though nothing that the router has does. */
  readonly written: readonly Change[];
  readonly movers: Movers;
  readonly kinds: Kinds;
  readonly before: Prepared;
  readonly after: Prepared;
}

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
  const difference = differenceBetween(subjects, options);
  const { movers, changes, written } = difference;
  process.stdout.write(options.json ? asJson(difference) : asText(subjects[1], difference, options.lang));
  if (options.strict && !(movers.points.length === 0 && movers.complete)) return exitCode.noAnswer;
  return options.exitCode && changes.length + written.length > 0 ? exitCode.bad : exitCode.ok;
}

function differenceBetween([old, now]: readonly [WalkSubject, WalkSubject], size: SampleSize): Difference {
  const secrets = { before: old.config.secrets, after: now.config.secrets };
  const changes = changesBetween(old.config.router, now.config.router, secrets);
  const isMade = old.config.intents.length + now.config.intents.length > 0;
  const [before, after] = [preparedSubject(old), preparedSubject(now)];
  return {
    changes,
    // What an intent leaves unsaid is no line that was taken away.
    written: isMade ? [] : writtenChanges(old.config.texts, now.config.texts, changes),
    movers: moversBetween(before, after, atLeastOne(size)),
    kinds: kindsBetween(before, after),
    before,
    after,
  };
}

const inEnglish = (prepared: Prepared, trace: Trace): string => endingText(prepared, trace, 'en');

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
    [colours.bold(headOf(difference, language))],
    texts(changes),
    written.length > 0 ? [diff.written, ...texts(written)] : [],
    movers.movements.map(movement => movementText(before.router, movement, language)),
    kinds.changed.map(change => kindText(before, after, change, language)),
    [
      ...pointLines(movers.points, language),
      ...(kinds.complete ? [] : [diff.notAll(kinds.sent)]),
      ...assumptions,
    ],
  ];
  const shown = sections.filter(lines => lines.length > 0).map(lines => lines.join('\n'));
  return `${shown.join('\n\n')}\n`;
}

function headOf({ changes, written, movers, kinds }: Difference, language: Language): string {
  const { diff, range, depending } = walkWords[language];
  const { connections, moving, points } = movers;
  const { from, to } = moving;
  const many = from === to ? `${to}` : range(`${from}`, `${to}`);
  const open = points.length === 0 ? '' : depending(pointsText(points, language));
  const others = kinds.changed.reduce((sum, change) => sum + change.kinds, 0);
  const what =
    changes.length + written.length === 0 ? diff.noChange : diff.changes(changes.length, written.length);
  return `${what} ${diff.moving(connections, many, to === 1, open)} ${diff.kinds(kinds.sent, others)}`;
}

function asJson({ changes, written, movers, kinds, before, after }: Difference): string {
  const { movements, points, complete, ...counts } = movers;
  const data = {
    changes: changes.map(changeJson),
    written: written.map(changeJson),
    ...counts,
    ...verdictJson(points, complete),
    movements: movements.map(({ fate, before: was, after: is, connections }) => ({
      fate,
      before: wayKey(was),
      after: wayKey(is),
      connections,
    })),
    kinds: {
      sent: kinds.sent,
      complete: kinds.complete,
      changed: kinds.changed.map(change => ({
        direction: change.direction,
        kinds: change.kinds,
        packet: packetText(change.packet, 'en'),
        before: inEnglish(before, change.before),
        after: inEnglish(after, change.after),
      })),
    },
  };
  return jsonText(data);
}
