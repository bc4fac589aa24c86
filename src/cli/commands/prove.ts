import type { Command } from 'commander';
import {
  assumedIn,
  headOf,
  pointLines,
  proofJson,
  proofKey,
  proofOf,
  type Quote,
  quoteFrom,
  type Remedies,
  remediesFor,
  restOf,
  type WalkSubject,
  walkWords,
} from '../../answers/index.ts';
import { placeOf } from '../../model/index.ts';
import {
  concernsText,
  type Defect,
  defectText,
  type FileVerdict,
  type Proof,
  type Remedy,
  type Violation,
  violationText,
  weightText,
} from '../../prove/index.ts';
import type { Fault } from '../../rib/index.ts';
import type { Language } from '../../text/index.ts';
import {
  answersClause,
  eitherWayTexts,
  eventTexts,
  explainTrace,
  nameOf,
  type Prepared,
  packetText,
  pointsText,
} from '../../walk/index.ts';
import { exitCode } from '../exit-code.ts';
import { type JsonOption, withJson } from '../options/json.ts';
import { type Colours, coloursFor } from '../output/colour.ts';
import { type StillWorking, stillWorking } from '../output/still-working.ts';
import { printStory } from '../walk/story.ts';
import { readWalkSubject, type WalkSubjectOptions, withWalkSubject } from '../walk/subject.ts';
import { type Answer, answerReadings } from '../world/readings.ts';

type Options = WalkSubjectOptions & JsonOption;

const examples = `
Examples:
  jalur prove examples/paper
  jalur prove examples/paper-fixed --json`;

/** `jalur prove`: what must hold for every packet, or a packet for which it does not. */
export function register(command: Command): void {
  withJson(withWalkSubject(command))
    .description(
      'Checks safety rules for every kind of packet, with all WANs well, and with each unplugged, its gateway silent, or dead behind it: the LAN reaches the Internet with NAT, the router its own servers (DNS, NTP, RADIUS), the far ends of its tunnels and its LANs, no tunnel leads into itself, VPN servers are reached by each WAN, LANs reach each other and the router without leaving by a WAN, port forwards work from the LAN, answers go back the way the packet came, nothing loops or leaks, the router can be managed, PCC, marks, tables and routes are complete. RouterOS lines that mend it are printed where the text with them was proved to be better. What is lost on purpose (a probe address with its WAN) and what third parties may pass is a remark. Kinds of packets follow from what the rules themselves ask for; one packet of each is walked. What a packet carries or the network decides is walked both ways.\nThe first line says what is violated, what holds, and what was not judged, with the reason.\nExit code 0: all holds; 1: something is violated; 2: it depends, or not all could be judged.',
    )
    .addHelpText('after', examples)
    .action(async (paths: string[], options: Options) => {
      process.exitCode = await check(paths, options);
    });
}

async function check(paths: readonly string[], options: Options): Promise<number> {
  const working = stillWorking(process.stderr, options.lang);
  return answerReadings(
    options,
    again => readWalkSubject(paths, options, { ...again, anything: true }),
    subject => answerOf(subject, options, working),
  ).finally(() => working.end());
}

function answerOf(subject: WalkSubject, options: Options, working: StillWorking): Answer {
  const proof = proofOf(subject, working.at('prove'));
  working.end();
  const { lang } = options;
  const remedies = (): Remedies => {
    const found = remediesFor(subject, proof, options, working.at('mend'));
    working.end();
    return found;
  };
  return {
    code: exitCodes[proof.verdict],
    key: proofKey(proof),
    text: () => asText(subject, proof, remedies(), quoteFrom(subject.config.texts), lang),
    data: () => proofJson(subject, proof, remedies(), lang),
  };
}

const exitCodes: Readonly<Record<FileVerdict, number>> = {
  holds: exitCode.ok,
  violated: exitCode.bad,
  depends: exitCode.noAnswer,
  'partly-judged': exitCode.noAnswer,
  'not-judged': exitCode.noAnswer,
};

/** What of scripts is open, then what was walked each way and made no difference. */
function scriptsText({ events, asked, violations }: Proof, language: Language): string[] {
  const decides = new Set(violations.flatMap(({ when = [] }) => when.map(({ point }) => point.id)));
  const idle = asked.filter(({ id }) => !decides.has(id));
  return [...eventTexts(events, language), ...eitherWayTexts(idle, language)];
}

function asText(
  subject: WalkSubject,
  proof: Proof,
  remedies: Remedies,
  quote: Quote,
  language: Language,
): string {
  const colours = coloursFor(process.stdout);
  const parts = [
    ...proof.defects.map(defect => printDefect(defect, proof.healthy, remedies, language)),
    ...proof.violations.map(violation => printViolation(violation, remedies, quote, colours, language)),
    ...proof.leftOvers.map(defect => printLeftOver(defect, colours, language)),
    ...proof.remarks.map(remark => printRemark(remark, remedies, colours, language)),
    ...restOf(proof, language).map(line => `${line}\n`),
  ];
  const ofScripts = new Set([...proof.events, ...proof.asked].map(({ id }) => id));
  const ofRules = proof.points.filter(({ id }) => !ofScripts.has(id));
  const end = [
    ...pointLines(ofRules, language),
    ...scriptsText(proof, language),
    ...assumedIn(subject, language),
  ].join('\n');
  return `${[colours.bold(headOf(proof, subject.situation.router, language)), '', ...parts].join('\n')}\n${end}\n`;
}

function printDefect(defect: Defect, healthy: Prepared, remedies: Remedies, language: Language): string {
  const colours = coloursFor(process.stdout);
  const { prove: say } = walkWords[language];
  const places = defect.origins.map(placeOf).join(', ');
  const found = remedies.get(defect);
  const left = found?.left.map(fault => faultText(healthy, fault, language)) ?? [];
  const head = left.length === 0 ? say.remedy : say.remedyPrice(left.join(', '));
  const remedy = linesText(found, head);
  return `${colours.red(defect.invariant)}  ${defectText(defect, language)}\n  ${places}\n${remedy}`;
}

function printLeftOver(defect: Defect, colours: Colours, language: Language): string {
  const places = defect.origins.map(placeOf).join(', ');
  return `${colours.dim(walkWords[language].prove.remark)}  ${defectText(defect, language)}\n  ${places}\n`;
}

function printViolation(
  violation: Violation,
  remedies: Remedies,
  quote: Quote,
  colours: Colours,
  language: Language,
): string {
  const { prove: say } = walkWords[language];
  const { invariant, alsoBreaks, packet, seed, prepared, trace, points } = violation;
  const sentence = violationText(violation, language);
  const { when: given = [] } = violation;
  const open = points.filter(({ id }) => !given.some(({ point }) => point.id === id));
  const where = given.length === 0 ? sentence : say.where(answersClause(given, language), sentence);
  const said = open.length === 0 ? where : say.depending(pointsText(open, language), where);
  const about = [
    ...statesText(violation, language),
    ...concernsText(violation, language),
    ...(alsoBreaks ? [say.alsoBreaks(alsoBreaks.join(', '))] : []),
    ...weightText(violation, language),
  ];
  const when = about.length === 0 ? '' : ` (${about.join('; ')})`;
  const paint = violation.verdict === 'violated' ? colours.red : colours.yellow;
  const example = `  ${say.example(packetText(packet, language), seed)}\n`;
  const story = printStory(explainTrace(prepared, trace, language), quote, colours, language);
  return `${paint(invariant)}  ${said}${when}\n${example}${story}${remedyText(violation, remedies, language)}`;
}

/** Lines that mend it, and where they do not help; empty where none are known. */
function remedyText(violation: Violation, remedies: Remedies, language: Language): string {
  const remedy = remedies.get(violation);
  const left = remedy?.left.map(fault => faultText(violation.prepared, fault, language)) ?? [];
  const { prove: say } = walkWords[language];
  return linesText(remedy, left.length === 0 ? say.remedy : say.remedyBut(left.join(', ')));
}

function linesText(remedy: Remedy | undefined, head: string): string {
  if (!remedy) return '';
  return `  ${head}\n${remedy.lines.map(line => `    ${line}\n`).join('')}`;
}

/** In one line: it is meant so. */
function printRemark(remark: Violation, remedies: Remedies, colours: Colours, language: Language): string {
  const states = statesText(remark, language);
  const when = states.length === 0 ? '' : ` (${states.join('; ')})`;
  const { prove: say } = walkWords[language];
  const sentence = violationText(remark, language);
  const { points } = remark;
  const said = points.length === 0 ? sentence : say.depending(pointsText(points, language), sentence);
  return `${colours.dim(say.remark)}  ${said}${when}\n${remedyText(remark, remedies, language)}`;
}

/** The states in which it is so, as parts of a list; none where it is always so. */
function statesText({ fault, alsoIn = [], isOver, prepared }: Violation, language: Language): string[] {
  const { prove: say } = walkWords[language];
  const first = fault ? [faultText(prepared, fault, language)] : [];
  // What is so while all is well needs no list of states.
  const also = fault ? alsoIn : [];
  const others = also.map(one => faultText(prepared, one, language)).join(', ');
  return [
    ...first.map(text => (isOver ? say.over(text) : text)),
    ...(others === '' ? [] : [say.alsoIn(others)]),
  ];
}

function faultText(
  { router }: Violation['prepared'],
  { interface: name, kind }: Fault,
  language: Language,
): string {
  return walkWords[language].prove[kind](nameOf(router, name));
}
