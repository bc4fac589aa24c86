import { placeOf } from '../model/index.ts';
import { printIpv4 } from '../net/index.ts';
import type { Endpoint, Packet, Prepared, Step, Story, StoryLine, Trace } from '../walk/index.ts';

/** A trace as data for other programs: addresses as text, sentences with their places. */
export function storyJson(_prepared: Prepared, trace: Trace, story: Story) {
  const { answer, lines, tables } = story;
  return {
    answer,
    packet: packetJson(trace.packet),
    ending: endingJson(trace),
    steps: lines.map((line, i) => ({ ...stepJson(trace.steps[i]), ...lineJson(line) })),
    tables: tables.map(lineJson),
  };
}

/** What happened, and for a rule in which chain of which table. */
function stepJson(step: Step | undefined) {
  if (step?.kind !== 'rule' && step?.kind !== 'passed-over') return { kind: step?.kind };
  const { rule } = step;
  return { kind: step.kind, table: rule.origin.menu.split(' ').at(-1), chain: rule.chain };
}

/** A packet with its addresses as text. */
export function packetJson({ src, dst, ...rest }: Packet): Readonly<Record<string, unknown>> {
  return { ...rest, src: printIpv4(src), dst: printIpv4(dst) };
}

/** How a walk ended, by its kind. */
type EndingJson = { readonly kind: Trace['ending']['kind'] } & Readonly<Record<string, unknown>>;

function endingJson({ ending }: Trace): EndingJson {
  if (!('src' in ending)) return 'rule' in ending ? ruleEnding(ending) : { ...ending };
  const { src, dst, gateway, ...rest } = ending;
  return {
    ...rest,
    gateway: gateway === undefined ? undefined : printIpv4(gateway),
    src: end(src),
    dst: end(dst),
  };
}

function ruleEnding(ending: Extract<Trace['ending'], { readonly rule?: unknown }>): EndingJson {
  const { rule, kind } = ending;
  return { kind, rule: rule && placeOf(rule.origin) };
}

const end = ({ address, port }: Endpoint) => ({ address: printIpv4(address), port });

const lineJson = ({ text, origin }: StoryLine) => ({
  text,
  place: origin ? placeOf(origin) || undefined : undefined,
});
