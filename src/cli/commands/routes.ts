import { type Command, Option } from 'commander';
import { basisOf, type Subject } from '../../answers/index.ts';
import {
  printRoutes,
  type Rib,
  type RibRoute,
  type RouteStyle,
  routeStyles,
  whyText,
} from '../../rib/index.ts';
import type { Language } from '../../text/index.ts';
import { exitCode } from '../exit-code.ts';
import { type JsonOption, withJson } from '../options/json.ts';
import { readSubject, type SubjectOptions, withSubject } from '../subject.ts';
import { type Answer, answerReadings } from '../world/readings.ts';

type Options = SubjectOptions & JsonOption & { readonly style: RouteStyle };

const examples = `
Examples:
  jalur routes examples/paper                     every route; which are active, and why the others are not
  jalur routes office.rsc --down ether2           the same with that link down
  jalur routes office.rsc --lease ether1=10.10.10.254/24,10.10.10.1
  jalur routes office.rsc --style cli             as /ip route print shows them
  jalur routes office.rsc --json`;

/** `jalur routes`: all candidates with flags, in the shape of Winbox (the paper's Gambar 6) or of the console. */
export function register(command: Command): void {
  withJson(withSubject(command))
    .description('Shows every route of a configuration, which are active, and why the others are not.')
    .addOption(
      new Option('--style <style>', "as Winbox's route list, or as the version's own /ip route print")
        .choices(routeStyles)
        .default('winbox'),
    )
    .addHelpText('after', examples)
    .action(async (paths: string[], options: Options) => {
      process.exitCode = await show(paths, options);
    });
}

function show(paths: readonly string[], options: Options): Promise<number> {
  return answerReadings(
    options,
    again => readSubject(paths, options, again),
    subject => answerOf(subject, options),
  );
}

function answerOf(subject: Subject, { lang, style }: Options): Answer {
  const { config, situation, assumptions } = subject;
  const { world, rib } = situation;
  const basis = basisOf(subject, lang);
  const { version } = config.router;
  const { dialect } = version;
  return {
    code: exitCode.ok,
    key: [basis, rib.routes.map(keyOf)],
    text: () => `${basis.join('\n')}\n\n${printRoutes(rib, version, lang, style)}`,
    data: () => ({ file: config.file, dialect, basis, assumptions, world, ...ribJson(rib, lang) }),
  };
}

/** What decides packets. */
const keyOf = ({ destination, table, distance, active, gateways }: RibRoute) => ({
  destination,
  table,
  distance,
  active,
  gateways: gateways.map(({ nextHops, state }) => [nextHops, state]),
});

/** Routes as data, with the sentences that say why they are as they are. */
function ribJson({ routes, checks }: Rib, language: Language): Readonly<Record<string, unknown>> {
  return {
    routes: routes.map(({ why, gateways, ...route }) => ({
      ...route,
      gateways: gateways.map(({ why: reason, ...gateway }) => ({
        ...gateway,
        reason: whyText(reason, language),
      })),
      reason: why ? whyText(why, language) : '',
    })),
    checks,
  };
}
