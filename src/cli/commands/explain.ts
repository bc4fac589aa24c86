import { type Command, Option } from 'commander';
import { type Engine, type Router, rolesOf, runsOnLinux, semanticsOf } from '../../model/index.ts';
import type { Language } from '../../text/index.ts';
import {
  answerKey,
  answersClause,
  answersText,
  directAnswerText,
  distinctPoints,
  explainWay,
  followAll,
  isAnsweredDirectly,
  leavingOf,
  nameOf,
  type Packet,
  type PointView,
  type Possibilities,
  type Prepared,
  percentText,
  possibilities,
  possibleAnswers,
  type Trace,
  type Watch,
} from '../../walk/index.ts';
import { exitCode } from '../exit-code.ts';
import { type JsonOption, withJson } from '../options/json.ts';
import { parseNumber } from '../options/number.ts';
import { coloursFor } from '../output/colour.ts';
import { type AskedEachWay, askEachWay, assumedEachWay } from '../walk/event-ways.ts';
import { storyJson } from '../walk/json.ts';
import { lifeJson, lifeText } from '../walk/life.ts';
import { parsePort, parseProtocol, parseServicePort, parseWhyNot } from '../walk/parse.ts';
import { pointLines, verdictJson } from '../walk/points.ts';
import { preparedSubject } from '../walk/prepared.ts';
import { walkWords } from '../walk/say.ts';
import { type PacketOptions, packetOf, type SentPacket } from '../walk/sent-packet.ts';
import { printStory, type Quote, quoteFrom } from '../walk/story.ts';
import {
  findInterface,
  readWalkSubject,
  type WalkSubject,
  type WalkSubjectOptions,
  withWalkSubject,
} from '../walk/subject.ts';
import { type Answer, answerReadings } from '../world/readings.ts';

interface Options extends WalkSubjectOptions, PacketOptions, JsonOption {
  readonly reply?: boolean;
  readonly through?: string;
  readonly how: Failure;
  readonly whyNot?: number;
  readonly seed?: number | undefined;
}

/** How a WAN goes down, in the words of the options that say it of the world. */
const failures = { down: 'unplugged', 'dead-gateway': 'gateway', dead: 'upstream' } as const;
type Failure = keyof typeof failures;

const examples = `
Examples:
  jalur explain examples/paper --in ether4 --src 192.168.0.10 --dst 8.8.8.8 --proto tcp --dport 443
  jalur explain examples/paper-fixed --in LAN --src 192.168.0.10 --dst 8.8.8.8 --dport 443 --down ISP1
  jalur explain office.rsc --in ether1 --src 1.2.3.4 --dst 10.10.10.254 --dport 22 --reply
  jalur explain office.rsc --dst 1.1.1.1 --proto dns     from the router itself
  jalur explain office.rsc --in LAN --src nas --dst 8.8.8.8 --dport https --through ISP1 --how dead`;

/** `jalur explain`: the path of one packet, step by step; the first line is the answer. */
export function register(command: Command): void {
  withJson(withWalkSubject(command))
    .description(
      'Shows the path of one packet through the configuration as RouterOS (or our Linux program) would send it.\nThe first line is the answer; each step names the line that decided it.',
    )
    .option(
      '--in <interface>',
      'interface it comes in by, what its comment calls it, or an interface list; without: that of the network of --src, else the router makes it',
    )
    .option(
      '--src <address>',
      'source address, or a host that the text names; without: the router makes it and chooses',
    )
    .requiredOption('--dst <address>', 'destination address, or a host that the text names')
    .option('--proto <protocol>', 'protocol, or a service such as dns (default: tcp)', parseProtocol)
    .option('--sport <port>', 'source port', parsePort, 40_000)
    .option('--dport <port>', 'destination port, or a service such as https (default: 443)', parseServicePort)
    .option('--reply', 'also follow the answer back')
    .option('--through <interface>', 'follow the connection while this WAN goes down and comes back')
    .addOption(
      new Option('--how <failure>', 'how it goes down: its link, its next hop, or what is behind that')
        .choices(Object.keys(failures))
        .default('down'),
    )
    .option(
      '--why-not <line>',
      'why rules did not match: those up to this line of the file, or all',
      parseWhyNot,
    )
    .option(
      '--seed <number>',
      'seed of the PCC hash: what RouterOS draws at boot, or what our Linux program has',
      parseNumber,
    )
    .addHelpText('after', examples)
    .action(async (paths: string[], options: Options) => {
      process.exitCode = await explain(paths, options);
    });
}

function explain(paths: readonly string[], options: Options): Promise<number> {
  return answerReadings(
    options,
    again => readWalkSubject(paths, options, again),
    subject => answerOf(subject, options),
  );
}

function answerOf(subject: WalkSubject, options: Options): Answer | undefined {
  const sent = packetOf(subject, options);
  if (!sent) return undefined;
  const { packet } = sent;
  if (options.through !== undefined) return followThrough(subject, sent, options, options.through);
  const found = waysOf(subject, packet, options);
  const asked = askedEachWay(subject, packet, options);
  const { lang } = options;
  const assumed = [...sent.assumed, ...assumedEachWay(subject, asked, lang)];
  const points = [...pointsOf(found), ...asked.points];
  const notes = linuxNotes(subject, found, options);
  return {
    code: options.strict && !(points.length === 0 && isComplete(found)) ? exitCode.noAnswer : exitCode.ok,
    key: [found.all, found.answers].map(one => one && answersText(found.prepared, one, 'en')),
    text: () =>
      [
        ...eventHead(asked, lang),
        asText(found, [...notes, ...assumed], quoteFrom(subject.config.texts), lang),
      ].join('\n'),
    data: () => ({
      ...asJson(subject, found, { asked, assumed }, lang),
      ...(notes.length > 0 && { notes }),
    }),
  };
}

/** The life of the connection while a WAN goes down and comes back. */
function followThrough(
  subject: WalkSubject,
  { packet, assumed }: SentPacket,
  options: Options,
  word: string,
): Answer | undefined {
  const { config, situation, assumptions } = subject;
  const name = findInterface(config.router, situation.world, word);
  if (name === undefined) return undefined;
  const { engine, seed, lang } = options;
  const drawn = seed === undefined && isSeedDrawn(config.router, engine);
  const basis = [...assumed, ...assumptions, ...(drawn ? [walkWords[lang].assumedSeed] : [])];
  const fault = { interface: name, kind: failures[options.how] } as const;
  const life = followAll(situation.router, situation.world, packet, fault, {
    engine: subject.behaviour,
    seed: seed ?? 0,
    leaseRoutes: config.leaseRoutes,
    ...subject.settled,
  });
  const wan = nameOf(config.router, name);
  return {
    code: options.strict && life.points.length > 0 ? exitCode.noAnswer : exitCode.ok,
    key: life.moments.map(({ when, which, trace }) => [
      when,
      which,
      trace.ending.kind,
      leavingOf(trace)?.out,
    ]),
    text: () => lifeText(life, { wan, fault: fault.kind }, basis, lang),
    data: () => lifeJson(life, lang),
  };
}

/** Nobody knows the hash of a router that draws its seed at boot. */
const isSeedDrawn = ({ version }: Router, engine: Engine): boolean =>
  semanticsOf(version, engine).pccSeed === 'drawn-at-boot';

/** All ways of the packet, and of the answer to it. */
interface Ways {
  readonly prepared: Prepared;
  readonly all: Possibilities;
  readonly answers: Possibilities | undefined;
  /** The packet whose answer was asked for and does not pass the router. */
  readonly direct: Trace | undefined;
}

function waysOf(subject: WalkSubject, packet: Packet, options: Options): Ways {
  const { engine, seed, whyNot } = options;
  const prepared = preparedSubject(subject, seed);
  const watch: Watch | undefined =
    whyNot === undefined ? undefined : ({ origin }) => origin.span.start.line <= whyNot;
  // Of chance, one case is shown where the number that it hangs on is given.
  const drawn = seed !== undefined || !isSeedDrawn(subject.config.router, engine);
  const all = possibilities(prepared, packet, { watch, drawn });
  const [way] = all.scenarios[0]?.ways ?? [];
  const answers = options.reply && way ? possibleAnswers(prepared, packet, way, { drawn }) : undefined;
  const direct = options.reply && way && isAnsweredDirectly(prepared, way.trace) ? way.trace : undefined;
  return { prepared, all, answers, direct };
}

/** What `jalur run` does otherwise than the text with a connection that leaves by a line. */
function linuxNotes({ config }: WalkSubject, { all }: Ways, { engine, lang }: Options): readonly string[] {
  if (!runsOnLinux(engine)) return [];
  const { wans } = rolesOf(config.router);
  const ways = all.scenarios.flatMap(one => one.ways);
  const leaves = ways.some(({ trace }) => wans.some(name => leavingOf(trace)?.out === name));
  return leaves ? [walkWords[lang].linuxPace] : [];
}

/** The points on which the answer depends. */
const pointsOf = ({ all, answers }: Ways): PointView[] =>
  distinctPoints([...all.points, ...(answers?.points ?? [])]);

const isComplete = ({ all, answers }: Ways): boolean => all.complete && answers?.complete !== false;

/** The answers in each way that scripts may have gone, and in the states between which a router that flaps goes. */
const askedEachWay = (subject: WalkSubject, packet: Packet, options: Options): AskedEachWay<string[]> =>
  askEachWay(
    subject,
    ({ settled }) => {
      const phases = [settled, ...(settled.flapping?.phases ?? [])];
      const texts = phases.flatMap(situation =>
        answersIn(waysOf({ ...subject, situation }, packet, options), options.lang),
      );
      return [...new Set(texts)];
    },
    (one, other) => one.join() === other.join(),
  );

const answersIn = ({ prepared, all, answers }: Ways, language: Language): string[] => [
  ...answersText(prepared, all, language),
  ...(answers ? answersText(prepared, answers, language) : []).map(
    text => `${walkWords[language].answer} ${text}`,
  ),
];

/** What of scripts the answer depends on, and the answers. Empty: on nothing. */
function eventHead({ points, answers }: AskedEachWay<string[]>, language: Language): string[] {
  if (points.length === 0) return [];
  const named = points.map(({ kind, file, line }) => `${kind} ${file}:${line}`).join(', ');
  const decides = new Set(points.map(({ id }) => id));
  const said = answers.flatMap(({ way, answer }) => {
    const given = way.asked
      .filter(({ id }) => decides.has(id))
      .map(point => ({ point, answer: way.answers[answerKey(point)] ?? '' }));
    return answer.map(text => (given.length === 0 ? text : `(${answersClause(given, language)}) ${text}`));
  });
  return [`${walkWords[language].dependingOn(named)} ${[...new Set(said)].join(' / ')}`];
}

function asText(found: Ways, assumed: readonly string[], quote: Quote, language: Language): string {
  const { prepared, all, answers, direct } = found;
  const say = walkWords[language];
  const text = (what: Possibilities): string => waysText(prepared, what, quote, language);
  const past = direct ? `\n${say.answer} ${directAnswerText(direct, language)}\n` : '';
  const back = answers ? `\n${say.answer} ${text(answers)}` : past;
  const points = [...pointLines(pointsOf(found), language), ...(isComplete(found) ? [] : [say.stopped])];
  return `${text(all)}${back}\n${[...points, ...assumed].join('\n')}\n`;
}

/** The answer, then the likeliest way step by step. */
function waysText(prepared: Prepared, found: Possibilities, quote: Quote, language: Language): string {
  const colours = coloursFor(process.stdout);
  const say = walkWords[language];
  const ways = found.scenarios[0]?.ways ?? [];
  const [way] = ways;
  const story = way ? printStory(explainWay(prepared, way, language), quote, colours, language) : '';
  const chance = ways.length === 1 ? [] : [say.drawn, '', say.likely(percentText(way?.share ?? 0))];
  const answers = answersText(prepared, found, language).map(line => colours.bold(line));
  return [...answers, ...chance, story].join('\n');
}

interface Asked {
  readonly asked: AskedEachWay<string[]>;
  readonly assumed: readonly string[];
}

function asJson({ config }: WalkSubject, found: Ways, { asked, assumed }: Asked, language: Language): object {
  const { prepared, all, answers, direct } = found;
  const data = {
    file: config.file,
    ...verdictJson([...pointsOf(found), ...asked.points], isComplete(found)),
    assumptions: assumed,
    ways: waysJson(prepared, all, language),
    replies: answers ? waysJson(prepared, answers, language) : [],
    directReply: direct && directAnswerText(direct, language),
  };
  return data;
}

function waysJson(prepared: Prepared, { scenarios }: Possibilities, language: Language): unknown[] {
  return scenarios.flatMap(({ conditions, ways }) =>
    ways.map(way => ({
      share: way.share,
      when: conditions.map(({ point, choice }) => ({ point: point.id, answer: point.choices[choice] })),
      ...storyJson(prepared, way.trace, explainWay(prepared, way, language)),
    })),
  );
}
