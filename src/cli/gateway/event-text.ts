import type { DecisionEvent, Recorded } from '../../gateway/index.ts';
import { decisionHead, eventWords, sentence } from '../../report/say/index.ts';
import { type Language, ms, percent } from '../../text/index.ts';
import type { Colours } from '../output/colour.ts';

/** One event for people; undefined for what another one says with more. */
export function eventText(
  { time, event }: Recorded,
  { dim }: Colours,
  language: Language = 'en',
): string | undefined {
  const head = dim(`${time.slice(0, 10)} ${time.slice(11, 23)}`);
  switch (event.type) {
    case 'routes-changed':
      return undefined; // The decision before it has all of that.
    case 'diagnostics':
      return `${head} ${event.diagnostics.map(({ what }) => what).join('; ')}`;
    case 'decision':
      return [
        `${head} ${decisionHead(event, language)}`,
        ...details(event, language).map(line => `    ${line}`),
      ].join('\n');
    default:
      return `${head} ${sentence(event, language)}`;
  }
}

function details(
  { causes, steps, changes, refused, scripts }: DecisionEvent,
  language: Language,
): readonly string[] {
  const say = eventWords[language];
  const evidence = causes.flatMap(cause => evidenceText(cause, language) ?? []);
  const isQuiet = changes.length === 0 && refused.length === 0;
  const { waited, decided, applied } = steps;
  const took = say.took({ waited: ms(waited), decided: ms(decided), applied: ms(applied) });
  return [...evidence, ...(isQuiet ? [] : [took]), ...scripts, ...changes, ...refused.map(say.refused)];
}

function evidenceText({ evidence }: DecisionEvent['causes'][number], language: Language): string | undefined {
  if (!evidence) return undefined;
  const say = eventWords[language];
  const { silentMs, lost, asked = [], roundTripMs, jitterMs, loss } = evidence;
  const said = [
    ...(asked.length > 0 ? [say.asked(asked.join(', '))] : []),
    ...(silentMs === undefined ? [] : [say.silentFor(ms(silentMs))]),
    ...(lost === undefined || lost === 0 ? [] : [say.lostProbes(lost)]),
    ...(roundTripMs === undefined ? [] : [say.roundTrip(ms(roundTripMs))]),
    ...(jitterMs === undefined ? [] : [say.jitter(ms(jitterMs))]),
    ...(loss === undefined ? [] : [say.loss(percent(loss))]),
  ];
  return said.length === 0 ? undefined : say.evidence(said.join(', '));
}
