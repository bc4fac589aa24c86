import { type GatewayEvent, lineCauses, reasonIn } from '../../gateway/index.ts';
import { type Language, ms } from '../../text/index.ts';
import { conditionLine } from './condition-line.ts';
import { eventWords } from './event-words.ts';

type Of<K extends GatewayEvent['type']> = Extract<GatewayEvent, { readonly type: K }>;

/** One event as one line. */
export function sentence(
  event: Exclude<GatewayEvent, { type: 'diagnostics' | 'decision' }>,
  language: Language = 'en',
): string {
  const say = eventWords[language];
  switch (event.type) {
    case 'ready':
      return readyLine(event, language);
    case 'lease':
      return leaseLine(event, language);
    case 'link':
      return say.link(event.interface, event.running);
    case 'check':
      return event.reachable
        ? say.answers(event.address, event.interface)
        : say.silent(event.address, event.interface, ms(event.silentMs ?? 0));
    case 'line':
      return lineLine(event, language);
    case 'host':
      return say.host(event.host, event.status);
    case 'script':
      return scriptLine(event, language);
    case 'routes-changed':
      return say.routes(ms(event.durationMs), reasonIn(event.reason, language), ways(event, language));
    case 'flows':
      return say.flows(event.reset, event.begunAnew, ms(event.durationMs));
    case 'config':
      return configLine(event, language);
    case 'problem':
    case 'cleared':
      return conditionLine(event, language);
    case 'notification':
      return notificationLine(event, language);
    case 'stopped':
      return say.stopped(event.undone);
  }
}

function readyLine({ durationMs, dialect, waiting }: Of<'ready'>, language: Language): string {
  const say = eventWords[language];
  const lines = waiting.map(one => `${one.line} (${say.missing[one.for]})`);
  return say.ready(ms(durationMs), dialect) + (lines.length === 0 ? '' : say.notYet(lines.join(', ')));
}

function lineLine(event: Of<'line'>, language: Language): string {
  const say = eventWords[language];
  const { line, status, cause, held, evidence } = event;
  if (held && (status === 'down' || status === 'unknown')) return say.lineHeld[status](line);
  if (status === 'unknown') return say.lineUnknown(line);
  const silence = status === 'down' && evidence ? say.lineSilent(ms(evidence.silentMs)) : '';
  const why = cause ? say.because(lineCauses[language][cause]) : '';
  return say.line(line, say.states[status], why + silence);
}

function scriptLine({ property, place, outcome, line }: Of<'script'>, language: Language): string {
  const say = eventWords[language];
  const what = say.script(property, place);
  return outcome === 'uncertain' ? say.uncertain(what, line) : say.ran(what, outcome === 'changed');
}

function leaseLine({ interface: name, lease, durationMs }: Of<'lease'>, language: Language): string {
  const say = eventWords[language];
  if (!lease) return say.leaseLost(name);
  const { address, gateway } = lease;
  return say.leased(name, `${address.address}/${address.length}`, gateway, ms(durationMs ?? 0));
}

function ways({ active }: Of<'routes-changed'>, language: Language): string {
  const tables = new Map<string, Set<string>>();
  for (const { table, interfaces } of active) {
    tables.set(table, new Set([...(tables.get(table) ?? []), ...interfaces]));
  }
  return [...tables]
    .map(([table, names]) => eventWords[language].way(table, [...names].join('+')))
    .join(', ');
}

function configLine({ file, how, by, result, changes }: Of<'config'>, language: Language): string {
  const say = eventWords[language];
  const came = by === undefined ? say.hows[how] : say.by(say.hows[how], by);
  return say.config(file, say.results[result], came, changes);
}

function notificationLine(event: Of<'notification'>, language: Language): string {
  const say = eventWords[language];
  const { receiver, title, result, said, tookMs, attempts } = event;
  if (result === 'delivered') return say.delivered(receiver, title, ms(tookMs), attempts);
  return say[result](receiver, said, title);
}
