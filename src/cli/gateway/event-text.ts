import type { DecisionEvent, Recorded } from '../../gateway/index.ts';
import { decisionHead, sentence } from '../../report/say/index.ts';
import { ms, percent } from '../../text/index.ts';
import type { Colours } from '../output/colour.ts';

/** One event for people; undefined for what another one says with more. */
export function eventText({ time, event }: Recorded, { dim }: Colours): string | undefined {
  const head = dim(`${time.slice(0, 10)} ${time.slice(11, 23)}`);
  switch (event.type) {
    case 'routes-changed':
      return undefined; // The decision before it has all of that.
    case 'diagnostics':
      return `${head} ${event.diagnostics.map(({ what }) => what).join('; ')}`;
    case 'decision':
      return [`${head} ${decisionHead(event)}`, ...details(event).map(line => `    ${line}`)].join('\n');
    default:
      return `${head} ${sentence(event)}`;
  }
}

function details({ causes, steps, changes, refused, scripts }: DecisionEvent): readonly string[] {
  const evidence = causes.flatMap(cause => evidenceText(cause) ?? []);
  const isQuiet = changes.length === 0 && refused.length === 0;
  const took = `waited ${ms(steps.waited)}, decided in ${ms(steps.decided)}, applied in ${ms(steps.applied)}`;
  return [
    ...evidence,
    ...(isQuiet ? [] : [took]),
    ...scripts,
    ...changes,
    ...refused.map(what => `refused: ${what}`),
  ];
}

function evidenceText({ evidence }: DecisionEvent['causes'][number]): string | undefined {
  if (!evidence) return undefined;
  const { silentMs, lost, asked = [], roundTripMs, jitterMs, loss } = evidence;
  const said = [
    ...(asked.length > 0 ? [`asked ${asked.join(', ')}`] : []),
    ...(silentMs === undefined ? [] : [`silent for ${ms(silentMs)}`]),
    ...(lost === undefined || lost === 0 ? [] : [`${lost} probes lost in a row`]),
    ...(roundTripMs === undefined ? [] : [`round trip ${ms(roundTripMs)}`]),
    ...(jitterMs === undefined ? [] : [`jitter ${ms(jitterMs)}`]),
    ...(loss === undefined ? [] : [`loss ${percent(loss)}`]),
  ];
  return said.length === 0 ? undefined : `evidence: ${said.join(', ')}`;
}
