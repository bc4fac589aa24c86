import { type Command, Option } from 'commander';
import {
  type AskedEachWay,
  explanationJson,
  explanationOf,
  type Failure,
  failures,
  isComplete,
  lifeJson,
  lifeOf,
  packetOf,
  pointLines,
  pointsOf,
  type Quote,
  quoteFrom,
  reservationOf,
  reserved,
  type SaidOfPacket,
  type SentPacket,
  type WalkSubject,
  type Ways,
  walkWords,
} from '../../answers/index.ts';
import type { Language } from '../../text/index.ts';
import {
  answerKey,
  answersClause,
  answersText,
  explainWay,
  leavingOf,
  nameOf,
  type Possibilities,
  type Prepared,
  percentText,
} from '../../walk/index.ts';
import { exitCode } from '../exit-code.ts';
import { type JsonOption, withJson } from '../options/json.ts';
import { parseNumber } from '../options/number.ts';
import { coloursFor } from '../output/colour.ts';
import { complain } from '../output/complain.ts';
import { lifeText } from '../walk/life.ts';
import { parsePort, parseProtocol, parseServicePort, parseWhyNot } from '../walk/parse.ts';
import { printStory } from '../walk/story.ts';
import { readWalkSubject, type WalkSubjectOptions, withWalkSubject } from '../walk/subject.ts';
import { type Answer, answerReadings } from '../world/readings.ts';

interface Options extends WalkSubjectOptions, SaidOfPacket, JsonOption {
  readonly reply?: boolean;
  readonly through?: string;
  readonly how: Failure;
  readonly whyNot?: number;
  readonly seed?: number | undefined;
}

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
      'source address, or a host that the text names; without: a host of the LAN at --in, or the router, which chooses',
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
  const sent = packetOf(subject, options, complain);
  if (!sent) return undefined;
  if (options.through !== undefined) return followThrough(subject, sent, options, options.through);
  const explanation = explanationOf(subject, sent, options);
  const { found, asked, assumed, notes, points, otherwise } = explanation;
  const { lang } = options;
  return {
    code: options.strict && !(points.length === 0 && isComplete(found)) ? exitCode.noAnswer : exitCode.ok,
    key: [found.all, found.answers].map(one => one && answersText(found.prepared, one, 'en')),
    text: () => {
      const head = eventHead(asked, lang);
      const without = reservationOf(explanation, lang);
      const way = asText(found, [...notes, ...assumed], quoteFrom(subject.config.texts), lang, {
        without: head.length === 0 ? without : '',
        otherwise,
        isSaid: head.length > 0,
      });
      return [...head.map(line => reserved(line, without)), way].join('\n');
    },
    data: () => explanationJson(subject, explanation, lang),
  };
}

/** The life of the connection while a WAN goes down and comes back. */
function followThrough(
  subject: WalkSubject,
  sent: SentPacket,
  options: Options,
  through: string,
): Answer | undefined {
  const lived = lifeOf(subject, sent, { ...options, through }, complain);
  if (!lived) return undefined;
  const { life, fault, basis } = lived;
  const { lang } = options;
  const wan = nameOf(subject.config.router, fault.interface);
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

/** What stands before the steps of the packet itself. */
interface Before {
  readonly without: string;
  /** Other answers, and what would have to be known for them. */
  readonly otherwise: readonly string[];
  /** The answer stands in the first sentence already, with the scripts on which it depends. */
  readonly isSaid: boolean;
}

const nothingBefore: Before = { without: '', otherwise: [], isSaid: false };

function asText(
  found: Ways,
  assumed: readonly string[],
  quote: Quote,
  language: Language,
  before: Before,
): string {
  const { prepared, all, answers, noAnswer } = found;
  const say = walkWords[language];
  const text = (what: Possibilities, first = nothingBefore): string =>
    waysText(prepared, what, quote, language, first);
  const past = noAnswer === undefined ? '' : `\n${say.answer} ${noAnswer}\n`;
  const back = answers ? `\n${say.answer} ${text(answers)}` : past;
  const points = [...pointLines(pointsOf(found), language), ...(isComplete(found) ? [] : [say.stopped])];
  return `${text(all, before)}${back}\n${[...points, ...assumed].join('\n')}\n`;
}

/** The answer, then the likeliest way step by step. */
function waysText(
  prepared: Prepared,
  found: Possibilities,
  quote: Quote,
  language: Language,
  { without, otherwise, isSaid }: Before,
): string {
  const colours = coloursFor(process.stdout);
  const say = walkWords[language];
  const ways = found.scenarios[0]?.ways ?? [];
  const [way] = ways;
  const story = way ? printStory(explainWay(prepared, way, language), quote, colours, language) : '';
  const chance = ways.length === 1 ? [] : [say.drawn, '', say.likely(percentText(way?.share ?? 0))];
  const answers = answersText(prepared, found, language).map((line, at) =>
    colours.bold(at === 0 ? reserved(line, without) : line),
  );
  // What depends on scripts is in the first sentence already.
  return [...(isSaid ? [say.asStands] : answers), ...otherwise, ...chance, story].join('\n');
}
