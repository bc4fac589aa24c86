import type { Incident, IncidentDecision } from '../../gateway/index.ts';
import type { Language } from '../../text/index.ts';
import { storyWords } from './words.ts';

/** What a story needs to know beside the incident. */
export interface StoryOptions {
  readonly language: Language;
  /** Packets a second that left by the line before it fell; undefined: not known any more. */
  readonly packetsPerSecond?: number | undefined;
  /** `12 min 3 s` */
  readonly lasting: (ms: number) => string;
  /** `43.0 ms` */
  readonly ms: (ms: number) => string;
}

/** Packets that left by the line while nothing came back; of a link that was lost, until the kernel had other routes. */
export function lostPackets(
  incident: Pick<Incident, 'evidence' | 'causes' | 'decision'>,
  packetsPerSecond: number | undefined,
): number | undefined {
  const overMs = lostOverMs(incident);
  return overMs === undefined || packetsPerSecond === undefined
    ? undefined
    : Math.round((packetsPerSecond * overMs) / 1000);
}

/** What was taken down by hand worked still. */
function lostOverMs({ evidence, causes, decision }: Pick<Incident, 'evidence' | 'causes' | 'decision'>) {
  if (causes[0] === 'forced') return undefined;
  return causes[0] === 'carrier' ? decision?.durationMs : evidence?.silentMs;
}

type Row = readonly [time: string, title: string, text: string];

/** One page: what happened, so that somebody who was not there can tell it. */
export function storyText(incident: Incident, options: StoryOptions): string {
  const say = storyWords[options.language];
  const { id, line, until, downMs, causes, unseen } = incident;
  const why = causes.map(cause => say.causes[cause] ?? cause).join(say.later) || say.unknownCause;
  const head = (until === undefined ? say.still : say.down)(line, options.lasting(downMs), why);
  const rows = [...begin(incident, options), ...decided(incident, options), ...end(incident, options)];
  const width = Math.max(...rows.map(([, title]) => title.length));
  const notes = [...(unseen.start ? [say.unseenStart] : []), ...(unseen.end ? [say.unseenEnd] : []), say.utc];
  return [
    say.title(id),
    head,
    '',
    ...rows.map(([time, title, text]) => `${time.padEnd(23)}  ${title.padEnd(width)}  ${text}`),
    '',
    ...notes,
    '',
  ].join('\n');
}

/** `2026-11-30 02:34:12.345` */
const clock = (time: string): string => `${time.slice(0, 10)} ${time.slice(11, 23)}`;

function begin(incident: Incident, { language, packetsPerSecond, ms }: StoryOptions): readonly Row[] {
  const say = storyWords[language];
  const { from, evidence, causes } = incident;
  const byHand = causes[0] === 'carrier' || causes[0] === 'forced';
  const seen =
    byHand || !evidence
      ? say.byLink
      : say.silent(ms(evidence.silentMs), evidence.lost, evidence.asked.join(', '));
  const lost = lostPackets(incident, packetsPerSecond);
  const about = causes[0] === 'carrier' ? say.lostUntil : say.lostAbout;
  return [
    [clock(from), say.detection, seen],
    ...(lostOverMs(incident) === undefined
      ? []
      : [['', say.lost, lost === undefined ? say.lostUnknown : about(lost)] as const]),
  ];
}

function decided({ decision, flows }: Incident, { language, ms }: StoryOptions): readonly Row[] {
  const say = storyWords[language];
  if (!decision) return [['', say.decision, say.notDecided]];
  const { time, steps, durationMs, changes, refused } = decision;
  const took = say.decided(
    ms(durationMs),
    ms(steps.waited),
    ms(steps.decided),
    ms(steps.applied),
    changes.length,
  );
  return [
    [clock(time), say.decision, took],
    ...movesOf(decision, language).map(text => ['', say.moved, text] as const),
    ...refused.map(text => ['', say.refused, text] as const),
    ['', say.flows, flows ? say.reset(flows.reset, flows.begunAnew) : say.noFlows],
  ];
}

const move = /^connections of table (.+) move from (.+) to (.+)$/;

const movesOf = ({ changes }: IncidentDecision, language: Language): readonly string[] =>
  changes
    .filter(change => change.startsWith('connections of table '))
    .map(change => {
      const [, table, from, to] = move.exec(change) ?? [];
      return table && from && to ? storyWords[language].move(table, from, to) : change;
    });

function end({ until, back }: Incident, { language, ms }: StoryOptions): readonly Row[] {
  const say = storyWords[language];
  if (until === undefined) return [['', say.back, say.notBack]];
  return [
    [clock(until), say.back, say.returned(back && ms(back.durationMs))],
    ...(back ? movesOf(back, language).map(text => ['', say.moved, text] as const) : []),
  ];
}
