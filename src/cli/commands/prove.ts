import type { Command } from 'commander';
import { placeOf } from '../../model/index.ts';
import { type Defect, type Proof, prove, type VerdictKind, type Violation } from '../../prove/index.ts';
import type { Fault } from '../../rib/index.ts';
import { explainTrace, nameOf, packetText, pointText } from '../../walk/index.ts';
import { exitCode } from '../exit-code.ts';
import { walkMessages } from '../messages-walk.ts';
import { type Colours, coloursFor } from '../output/colour.ts';
import { packetJson, storyJson } from '../walk/json.ts';
import { pointLines, pointsJson } from '../walk/points.ts';
import { printStory, type Quote, quoteFrom } from '../walk/story.ts';
import {
  readWalkSubject,
  type WalkSubject,
  type WalkSubjectOptions,
  withWalkSubject,
} from '../walk/subject.ts';

interface Options extends WalkSubjectOptions {
  readonly json?: boolean;
}

const words = walkMessages.prove;

/** `jalur prove`: what must hold for every packet, or a packet for which it does not. */
export function register(command: Command): void {
  withWalkSubject(command.description(words.description))
    .option('--json', words.json)
    .addHelpText('after', words.examples)
    .action(async (path: string, options: Options) => {
      process.exitCode = await check(path, options);
    });
}

async function check(path: string, options: Options): Promise<number> {
  const subject = await readWalkSubject(path, options);
  if (!subject) return exitCode.noAnswer;
  const { config, situation } = subject;
  const proof = prove(config.router, situation.world, {
    engine: subject.behaviour,
    ...subject.settled,
    leaseRoutes: config.leaseRoutes,
  });
  const quote = quoteFrom(config.text, config.file);
  process.stdout.write(options.json ? asJson(subject, proof) : asText(subject, proof, quote));
  return exitCodes[proof.verdict];
}

const exitCodes: Readonly<Record<VerdictKind, number>> = {
  holds: exitCode.ok,
  violated: exitCode.bad,
  depends: exitCode.noAnswer,
  'not-judged': exitCode.noAnswer,
};

function asText({ assumptions }: WalkSubject, proof: Proof, quote: Quote): string {
  const colours = coloursFor(process.stdout);
  const parts = [
    ...proof.defects.map(defect => defectText(defect, colours)),
    ...proof.violations.map(violation => violationText(violation, quote, colours)),
    ...doubtsText(proof),
  ];
  const end = [...pointLines(proof.points), ...assumptions].join('\n');
  return `${[colours.bold(headOf(proof)), ...parts].join('\n')}\n${end}\n`;
}

/** The verdict in one line. */
function headOf(proof: Proof): string {
  const { verdict, violations, defects, classes, worlds } = proof;
  const depends = words.dependsOn(namesOf(proof, 'depends'), proof.points.map(pointText));
  switch (verdict) {
    case 'holds':
      return words.proved(classes, worlds);
    case 'violated':
      return words.violated(
        violations.filter(one => one.verdict === 'violated').length + defects.length,
        proof.points.length === 0 ? '' : depends,
      );
    case 'depends':
      return depends;
    case 'not-judged':
      return words.notProved(reasonsOf(proof));
  }
}

const namesOf = ({ invariants }: Proof, kind: VerdictKind): string[] =>
  invariants.filter(({ verdict }) => verdict === kind).map(({ invariant }) => invariant);

/** Why invariants were not judged, each reason once with those that it concerns. */
function reasonsOf({ invariants }: Proof): string[] {
  const reasons = new Map<string, string[]>();
  for (const { invariant, verdict, why = '' } of invariants) {
    if (verdict === 'not-judged') reasons.set(why, [...(reasons.get(why) ?? []), invariant]);
  }
  return [...reasons].map(([why, names]) => `${why} (${names.join(', ')})`);
}

/** What was not judged, where the first line does not say it. */
function doubtsText(proof: Proof): string[] {
  const reasons = reasonsOf(proof);
  const noLan = proof.doubts.some(({ packet }) => packet === undefined) ? [`${words.noLan}\n`] : [];
  if (reasons.length === 0) return [];
  return proof.verdict === 'not-judged' ? noLan : [words.notProved(reasons), ...noLan];
}

function defectText({ invariant, sentence, origins }: Defect, colours: Colours): string {
  return `${colours.red(invariant)}  ${sentence}\n  ${origins.map(placeOf).join(', ')}\n`;
}

function violationText(violation: Violation, quote: Quote, colours: Colours): string {
  const { invariant, sentence, fault, packet, seed, prepared, trace, points } = violation;
  const said = points.length === 0 ? sentence : words.depending(points.map(pointText), sentence);
  const when = fault ? ` (${faultText(prepared, fault)})` : '';
  const story = explainTrace(prepared, trace);
  const paint = violation.verdict === 'violated' ? colours.red : colours.yellow;
  const example = `  ${words.example(packetText(packet), seed)}\n`;
  return `${paint(invariant)}  ${said}${when}\n${example}${printStory(story, quote, colours)}`;
}

function faultText({ router }: Violation['prepared'], { interface: name, kind }: Fault): string {
  return kind === 'unplugged'
    ? `${nameOf(router, name)} unplugged`
    : `${nameOf(router, name)} dead behind its gateway`;
}

function asJson({ assumptions, config }: WalkSubject, proof: Proof): string {
  const { verdict, invariants, points, violations, defects, doubts, classes, worlds } = proof;
  const told = {
    file: config.file,
    verdict,
    points: pointsJson(points),
    invariants: invariants.map(one => ({ ...one, points: pointsJson(one.points) })),
    classes,
    worlds,
    assumptions,
    defects: defects.map(({ invariant, sentence, origins }) => ({
      invariant,
      sentence,
      places: origins.map(placeOf),
    })),
    violations: violations.map(violationJson),
    notProved: doubts.map(({ packet, ...doubt }) => ({ ...doubt, packet: packet && packetJson(packet) })),
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}

function violationJson({ invariant, verdict, sentence, fault, classes, ...violation }: Violation) {
  const { packet, trace, seed, prepared, points } = violation;
  const walked = storyJson(prepared, trace);
  const shown = { packet: packetJson(packet), initval: seed, walk: walked };
  return { invariant, verdict, points: pointsJson(points), sentence, fault, classes, ...shown };
}
