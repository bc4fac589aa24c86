import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { Engine } from '../../model/index.ts';
import { type Defect, type Proof, prove, type Violation } from '../../prove/index.ts';
import type { Fault } from '../../rib/index.ts';
import { explainTrace, nameOf, packetText, placeOf } from '../../walk/index.ts';
import { exitCode } from '../exit-code.ts';
import { walkMessages } from '../messages-walk.ts';
import { type Colours, coloursFor } from '../output/colour.ts';
import { type SubjectOptions, withSubject } from '../subject.ts';
import { packetJson, storyJson } from '../walk/json.ts';
import { parseEngine } from '../walk/parse.ts';
import { subjectBehaviour } from '../walk/prepared.ts';
import { printStory, type Quote, quoteFrom } from '../walk/story.ts';
import { readWalkSubject, type WalkSubject } from '../walk/subject.ts';

interface Options extends SubjectOptions {
  readonly engine: Engine;
  readonly json?: boolean;
}

const words = walkMessages.prove;

/** `jalur prove`: what must hold for every packet, or a packet for which it does not. */
export function register(program: Command): void {
  withSubject(program.command('prove').summary(words.summary).description(words.description))
    .option('--engine <engine>', walkMessages.explain.engine, parseEngine, 'routeros')
    .option('--json', words.json)
    .addHelpText('after', words.examples)
    .action(async (path: string, options: Options) => {
      process.exitCode = await check(path, options);
    });
}

async function check(path: string, options: Options): Promise<number> {
  const subject = await readWalkSubject(path, options);
  // 1 says "violated" here: what cannot be read was not tried.
  if (!subject) return exitCode.environment;
  const { config, situation } = subject;
  const proof = prove(config.router, situation.world, {
    engine: subjectBehaviour(subject, options.engine),
    leaseRoutes: config.leaseRoutes,
  });
  if (proof.outbound === 0) {
    process.stderr.write(words.nothing);
    return exitCode.environment;
  }
  const quote = quoteFrom(readFileSync(config.file, 'utf8'), config.file);
  process.stdout.write(options.json ? asJson(subject, proof) : asText(subject, proof, quote));
  return isProved(proof) ? exitCode.ok : exitCode.refused;
}

const isProved = ({ violations, defects }: Proof): boolean => violations.length + defects.length === 0;

function asText({ assumptions }: WalkSubject, proof: Proof, quote: Quote): string {
  const colours = coloursFor(process.stdout);
  const { violations, defects, classes, worlds } = proof;
  const count = violations.length + defects.length;
  const head = count === 0 ? words.proved(classes, worlds) : words.violated(count);
  const parts = [
    ...defects.map(defect => defectText(defect, colours)),
    ...violations.map(violation => violationText(violation, quote, colours)),
  ];
  return `${[colours.bold(head), ...parts].join('\n')}\n${assumptions.join('\n')}\n`;
}

function defectText({ invariant, sentence, origins }: Defect, colours: Colours): string {
  return `${colours.red(invariant)}  ${sentence}\n  ${origins.map(placeOf).join(', ')}\n`;
}

function violationText(violation: Violation, quote: Quote, colours: Colours): string {
  const { invariant, sentence, fault, packet, seed, prepared, trace } = violation;
  const when = fault ? ` (${faultText(prepared, fault)})` : '';
  const story = explainTrace(prepared, trace);
  const example = `  ${words.example(packetText(packet), seed)}\n`;
  return `${colours.red(invariant)}  ${sentence}${when}\n${example}${printStory(story, quote, colours)}`;
}

function faultText({ router }: Violation['prepared'], { interface: name, kind }: Fault): string {
  return kind === 'unplugged'
    ? `${nameOf(router, name)} unplugged`
    : `${nameOf(router, name)} dead behind its gateway`;
}

function asJson({ assumptions, config }: WalkSubject, proof: Proof): string {
  const { violations, defects, classes, worlds } = proof;
  const told = {
    file: config.file,
    proved: isProved(proof),
    classes,
    worlds,
    assumptions,
    defects: defects.map(({ invariant, sentence, origins }) => ({
      invariant,
      sentence,
      places: origins.map(placeOf),
    })),
    violations: violations.map(violationJson),
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}

function violationJson({ invariant, sentence, fault, classes, packet, trace, seed, prepared }: Violation) {
  const walked = storyJson(prepared, trace);
  return { invariant, sentence, fault, classes, packet: packetJson(packet), initval: seed, walk: walked };
}
