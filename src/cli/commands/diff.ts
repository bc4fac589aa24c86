import type { Command } from 'commander';
import {
  type Change,
  changesBetween,
  type Movement,
  type Movers,
  moversBetween,
  originOf,
} from '../../diff/index.ts';
import { placeOf } from '../../model/index.ts';
import type { SampleSize } from '../../spread/index.ts';
import { nameOf, type Prepared, pointText } from '../../walk/index.ts';
import { exitCode } from '../exit-code.ts';
import { walkMessages } from '../messages-walk.ts';
import { parseNumber } from '../options/number.ts';
import { coloursFor } from '../output/colour.ts';
import { pointLines, verdictJson } from '../walk/points.ts';
import { preparedSubject } from '../walk/prepared.ts';
import {
  readWalkSubjects,
  type WalkSubject,
  type WalkSubjectOptions,
  withWalkSubject,
} from '../walk/subject.ts';

interface Options extends WalkSubjectOptions, SampleSize {
  readonly json?: boolean;
}

const words = walkMessages.diff;

/** `jalur diff`: what changes between two configurations, and which connections move. */
export function register(command: Command): void {
  withWalkSubject(command.description(words.description))
    .argument('<after>', words.after)
    .option('--flows <n>', walkMessages.spread.flows, parseNumber, 2000)
    .option('--clients <n>', walkMessages.spread.clients, parseNumber, 20)
    .option('--destinations <n>', walkMessages.spread.destinations, parseNumber, 300)
    .option('--json', words.json)
    .addHelpText('after', words.examples)
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
  const movers = moversBetween(was, is, options);
  process.stdout.write(options.json ? asJson(changes, movers) : asText(now, changes, movers, was));
  const certain = movers.points.length === 0 && movers.complete;
  return options.strict && !certain ? exitCode.noAnswer : exitCode.ok;
}

function asText(
  { assumptions }: WalkSubject,
  changes: readonly Change[],
  movers: Movers,
  was: Prepared,
): string {
  const colours = coloursFor(process.stdout);
  const head = words.head(changes.length, movers.connections, movers.moving, movers.points.map(pointText));
  const paint = { added: colours.green, removed: colours.red, moved: colours.yellow, set: colours.yellow };
  const lines = changes.map(change => paint[change.kind](changeText(change)));
  const moves = movers.movements.map(movement => movementText(was, movement));
  return [
    colours.bold(head),
    '',
    ...lines,
    '',
    ...moves,
    '',
    ...pointLines(movers.points),
    ...assumptions,
    '',
  ].join('\n');
}

function changeText(change: Change): string {
  const origin = originOf(change);
  const place = origin ? placeOf(origin) : '';
  switch (change.kind) {
    case 'added':
      return `+ ${change.menu} #${change.position}  ${place}  ${itemText(change.item)}`;
    case 'removed':
      return `- ${change.menu} #${change.position}  ${place}  ${itemText(change.item)}`;
    case 'moved':
      return `~ ${change.menu} #${change.from} → #${change.to}  ${place}  ${itemText(change.item)}`;
    case 'set':
      return `~ ${change.menu} ${change.property}: ${change.before || '(none)'} → ${change.after || '(none)'}`;
  }
}

/** An item's own properties, defaults and empty ones left out. */
function itemText(item: object): string {
  return Object.entries(item)
    .filter(([key, value]) => !['origin', 'table', 'properties', 'disabled'].includes(key) && isSaid(value))
    .map(([key, value]) => `${key}=${typeof value === 'object' ? JSON.stringify(value) : value}`)
    .join(' ');
}

const isSaid = (value: unknown): boolean =>
  value !== undefined && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0);

const fates = {
  'other-wan': 'change their WAN',
  'loses-nat': 'lose their translation',
  'is-dropped': 'are no longer let through',
  'is-let-through': 'are let through now',
  'other-way': 'end otherwise',
} as const;

function movementText({ router }: Prepared, { fate, before, after, connections }: Movement): string {
  return `${connections} ${fates[fate]}: ${nameOf(router, before)} → ${nameOf(router, after)}`;
}

function asJson(changes: readonly Change[], { movements, points, complete, ...movers }: Movers): string {
  const told = {
    changes: changes.map(change => ({ ...change, place: placeText(change) })),
    ...movers,
    ...verdictJson(points, complete),
    movements: movements.map(({ fate, before, after, connections }) => ({
      fate,
      before,
      after,
      connections,
    })),
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}

function placeText(change: Change): string {
  const origin = originOf(change);
  return origin ? placeOf(origin) : '';
}
