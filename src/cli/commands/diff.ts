import type { Command } from 'commander';
import {
  type Change,
  changesBetween,
  type Movers,
  movementText,
  moversBetween,
  originOf,
} from '../../diff/index.ts';
import { type Item, placeOf } from '../../model/index.ts';
import { type SampleSize, wayKey } from '../../spread/index.ts';
import type { Language } from '../../text/index.ts';
import { type Prepared, pointsText } from '../../walk/index.ts';
import { exitCode } from '../exit-code.ts';
import { type JsonOption, withJson } from '../options/json.ts';
import { atLeastOne, withSample } from '../options/sample.ts';
import { coloursFor } from '../output/colour.ts';
import { jsonText } from '../output/json.ts';
import { pointLines, verdictJson } from '../walk/points.ts';
import { preparedSubject } from '../walk/prepared.ts';
import { walkWords } from '../walk/say.ts';
import {
  readWalkSubjects,
  type WalkSubject,
  type WalkSubjectOptions,
  withWalkSubjects,
} from '../walk/subject.ts';

type Options = WalkSubjectOptions & SampleSize & JsonOption;

const examples = `
Examples:
  jalur diff examples/paper examples/paper-fixed
  jalur diff office.rsc office-new.rsc --down ISP1
  jalur diff before.rsc after.rsc --json`;

/** `jalur diff`: what changes between two configurations, and which connections move. */
export function register(command: Command): void {
  withSample(withJson(withWalkSubjects(command)))
    .description(
      'Compares two configurations item by item, in order, and sends the same connections through both: which leave by another WAN, lose their translation or are dropped.',
    )
    .addHelpText('after', examples)
    .action(async (before: string, after: string, options: Options) => {
      process.exitCode = await compare(before, after, options);
    });
}

async function compare(before: string, after: string, options: Options): Promise<number> {
  const subjects = await readWalkSubjects(before, after, options);
  if (!subjects) return exitCode.noAnswer;
  const [old, now] = subjects;
  const changes = changesBetween(old.config.router, now.config.router);
  const [was, is] = [preparedSubject(old), preparedSubject(now)];
  const movers = moversBetween(was, is, atLeastOne(options));
  process.stdout.write(
    options.json ? asJson(changes, movers) : asText(now, changes, movers, was, options.lang),
  );
  const certain = movers.points.length === 0 && movers.complete;
  return options.strict && !certain ? exitCode.noAnswer : exitCode.ok;
}

function asText(
  { assumptions }: WalkSubject,
  changes: readonly Change[],
  movers: Movers,
  { router }: Prepared,
  language: Language,
): string {
  const colours = coloursFor(process.stdout);
  const paint = { added: colours.green, removed: colours.red, moved: colours.yellow, set: colours.yellow };
  const lines = changes.map(change => paint[change.kind](changeText(change, language)));
  const moves = movers.movements.map(movement => movementText(router, movement, language));
  return [
    colours.bold(headOf(changes.length, movers, language)),
    '',
    ...lines,
    '',
    ...moves,
    '',
    ...pointLines(movers.points, language),
    ...assumptions,
    '',
  ].join('\n');
}

function headOf(changes: number, { connections, moving, points }: Movers, language: Language): string {
  const { diff, range, depending } = walkWords[language];
  const { from, to } = moving;
  const many = from === to ? `${to}` : range(`${from}`, `${to}`);
  const open = points.length === 0 ? '' : depending(pointsText(points, language));
  return diff.head(changes, connections, many, to === 1, open);
}

function changeText(change: Change, language: Language): string {
  const { none } = walkWords[language].diff;
  const place = placeText(change);
  switch (change.kind) {
    case 'added':
      return `+ ${change.menu} #${change.position}  ${place}  ${itemText(change.item)}`;
    case 'removed':
      return `- ${change.menu} #${change.position}  ${place}  ${itemText(change.item)}`;
    case 'moved':
      return `~ ${change.menu} #${change.from} → #${change.to}  ${place}  ${itemText(change.item)}`;
    case 'set':
      return `~ ${change.menu} ${change.property}: ${change.before || none} → ${change.after || none}`;
  }
}

/** An item's own properties, defaults and empty ones left out. */
function itemText({ id: _, origin: __, stated: ___, ...said }: Item): string {
  return Object.entries(said)
    .filter(([key, value]) => !['table', 'properties', 'disabled'].includes(key) && isSaid(value))
    .map(([key, value]) => `${key}=${typeof value === 'object' ? JSON.stringify(value) : value}`)
    .join(' ');
}

const isSaid = (value: unknown): boolean =>
  value !== undefined && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0);

function asJson(changes: readonly Change[], { movements, points, complete, ...movers }: Movers): string {
  const data = {
    changes: changes.map(change => ({ ...change, place: placeText(change) })),
    ...movers,
    ...verdictJson(points, complete),
    movements: movements.map(({ fate, before, after, connections }) => ({
      fate,
      before: wayKey(before),
      after: wayKey(after),
      connections,
    })),
  };
  return jsonText(data);
}

function placeText(change: Change): string {
  const origin = originOf(change);
  return origin ? placeOf(origin) : '';
}
