import { lintInputOf, type Said } from '../../../answers/index.ts';
import {
  findingJson,
  type Judged,
  type Linted,
  type LintInput,
  lint,
  lintSteps,
  mendText,
  verdictOf,
} from '../../../lint/index.ts';
import { ipv4ToNumber, prefixRange, printIpv4 } from '../../../net/index.ts';
import { prove } from '../../../prove/index.ts';
import { connectedNetwork } from '../../../rib/index.ts';
import type { NamedText } from '../../../rsc/index.ts';
import { type IsWanted, NotAsked } from './not-asked.ts';

/** How long the steps of a check may keep newer questions waiting, in ms. */
const slice = 25;

/** What is wrong with a text: between two rules a newer question may be heard. */
export async function lintText(text: NamedText, said: Said, isWanted: IsWanted) {
  const { config, input } = read(text, said);
  const steps = lintSteps(input, { language: said.lang });
  for (let begun = performance.now(); ; ) {
    const step = steps.next();
    if (step.done) {
      const { context, diagnostics, suppressed, isSeveral } = step.value;
      return {
        verdict: verdictOf(step.value, said.lang, {
          statements: config.statements,
          notUnderstood: config.notUnderstood.length,
        }),
        findings: diagnostics.map(findingJson),
        ...{ context, suppressed, isSeveral },
        isIntent: config.intents.length > 0,
        isEmpty: config.isEmpty,
        statements: config.statements,
        notUnderstood: config.notUnderstood.length,
        interfaces: Object.keys(input.world.interfaces),
        clients: clientsOf(input, context.roles),
      };
    }
    if (performance.now() - begun < slice) continue;
    await new Promise(resolve => setTimeout(resolve));
    if (!isWanted()) throw new NotAsked({ why: [], diagnostics: [] });
    begun = performance.now();
  }
}

/** A host of each LAN, to begin a question with. */
function clientsOf({ world }: LintInput, roles: Linted['context']['roles']) {
  return roles
    .filter(({ role }) => role === 'lan')
    .flatMap(({ interface: name }) => {
      const [held] = world.interfaces[name]?.addresses ?? [];
      if (!held || held.length > 29) return [];
      const { from } = prefixRange(connectedNetwork(held));
      const first = ipv4ToNumber(held.address) === from + 10 ? 11 : 10;
      return [{ interface: name, address: printIpv4(from + Math.min(first, 2 ** (32 - held.length) - 2)) }];
    });
}

/** Kinds of packets that are walked in each state of the lines for each try. */
const mostKinds = 500;

/** The text with its mistakes mended, each change proved to make it better. */
export function mendedText(text: NamedText, said: Said, level: 'safe' | 'all') {
  const judge = (changed: string): Judged | undefined => {
    const { config, input } = read({ ...text, text: changed }, said);
    if (!config.readable && changed !== text.text) return undefined;
    const { router, world, leaseRoutes } = input;
    return {
      diagnostics: lint(input, { language: said.lang, severity: 'info' }).diagnostics,
      proof: prove(router, world, { engine: 'routeros', leaseRoutes, mostKinds }),
    };
  };
  const mended = mendText(text.text, level, said.lang, judge);
  if (!mended) throw new NotAsked({ why: ['The text cannot be read.'], diagnostics: [] });
  return {
    text: mended.text,
    applied: mended.applied.map(({ finding, line }) => ({ id: finding.id, what: finding.what, line })),
    leftOut: mended.leftOut.map(({ finding, line, why, because }) => ({
      ...{ id: finding.id, what: finding.what },
      ...{ line, why, because },
    })),
  };
}

function read(text: NamedText, said: Said) {
  const heard: string[] = [];
  const found = lintInputOf(
    text,
    said,
    () => [],
    (...lines) => void heard.push(...lines.map(line => line[said.lang])),
  );
  if (!found) throw new NotAsked({ why: heard, diagnostics: [] });
  return found;
}
