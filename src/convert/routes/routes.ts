import type { Route } from '../../model/index.ts';
import { argumentOf, argumentsOf, type OutlineStatement, positionalOf, textOf } from '../../rsc/index.ts';
import type { Work } from '../work.ts';
import { renamePositional } from './tables.ts';

export const routeMenu = '/ip route';

/** A route that a line of the text adds. */
export interface AddedRoute {
  readonly one: OutlineStatement;
  readonly route: Route;
}

/** Routes with the lines that add them; routes that scripts or loops make have none. */
export function addedRoutes(work: Work): readonly AddedRoute[] {
  const places = new Map<number, Route | undefined>();
  for (const route of work.router.routes) {
    const { offset } = route.origin.span.start;
    places.set(offset, places.has(offset) ? undefined : route);
  }
  return work.added(routeMenu).flatMap(one => {
    const route = places.get(one.frame.at(one.statement.start));
    return route ? [{ one, route }] : [];
  });
}

/** `routing-mark` and `routing-table` are the same by two names: in `add`, `set`, `find`, `print` and `get`. */
export function renameTable(work: Work, from: string, to: string): void {
  for (const one of work.commands(routeMenu)) {
    for (const { name, argument } of argumentsOf(one)) if (name === from) work.rename(one, argument, to);
    renamePositional(work, one, from, to);
    const valueName = argumentOf(one, 'value-name');
    if (valueName && textOf(valueName) === from) work.setValue(one, valueName, to);
  }
}

/** `type=blackhole` and the switch `blackhole`. */
export function convertTypeToV7(work: Work): void {
  for (const one of work.commands(routeMenu, '/ipv6 route')) {
    const type = argumentOf(one, 'type');
    if (type?.operator !== '=') continue;
    const text = textOf(type);
    if (text === 'unicast') work.remove(one, type);
    else if (one.name === 'find' || one.name === 'print') work.edit(one, type, 'blackhole=yes');
    else work.edit(one, type, 'blackhole');
    if (text === 'unreachable' || text === 'prohibit') sayNoAnswer(one, text, work);
    else if (text !== 'unicast' && text !== 'blackhole') sayUnknownType(one, work);
  }
}

function sayNoAnswer(one: OutlineStatement, type: string, work: Work): void {
  const what = {
    en: `RouterOS 7 has no ${type} routes; this one becomes a blackhole, which discards the same packets without telling the sender.`,
    id: `RouterOS 7 tidak punya rute ${type}; yang ini menjadi blackhole, yang membuang paket yang sama tanpa memberi tahu pengirim.`,
  };
  const todo = {
    en: 'Where senders have to be told, write a rule of /routing rule with action=unreachable.',
    id: 'Bila pengirim harus diberi tahu, tulis /routing rule dengan action=unreachable.',
  };
  work.say(one, 'error', 'route-type', what, todo);
}

function sayUnknownType(one: OutlineStatement, work: Work): void {
  const what = {
    en: 'The type of this route is only known when the script runs; RouterOS 7 has the switch blackhole alone.',
    id: 'Type rute ini baru diketahui saat script berjalan; RouterOS 7 hanya punya blackhole.',
  };
  work.say(one, 'error', 'route-type', what, {
    en: 'Write blackhole, or nothing.',
    id: 'Tulis blackhole, atau kosongkan.',
  });
}

export function convertTypeToV6(work: Work): void {
  for (const one of work.commands(routeMenu, '/ipv6 route')) {
    const argument = argumentOf(one, 'blackhole');
    if (argument) {
      const isOff = textOf(argument) === 'no';
      if (isOff) work.remove(one, argument);
      else work.edit(one, argument, 'type=blackhole');
      continue;
    }
    for (const value of positionalOf(one))
      if (value.kind === 'text' && value.text === 'blackhole') work.edit(one, value, 'type=blackhole');
  }
}
