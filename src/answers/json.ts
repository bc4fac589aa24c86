import { type FirewallRule, placeOf } from '../model/index.ts';
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

/** What happened, in a few words without language too, and for a rule in which chain of which table. */
function stepJson(step: Step | undefined) {
  const short = step && shortOf(step);
  const said = { kind: step?.kind, ...(short !== undefined && { short }) };
  if (step?.kind !== 'rule' && step?.kind !== 'passed-over') return said;
  const { rule } = step;
  return { ...said, table: rule.origin.menu.split(' ').at(-1), chain: rule.chain };
}

/** For a drawing: what a step does, in RouterOS's own words. */
function shortOf(step: Step): string | undefined {
  switch (step.kind) {
    case 'rule':
    case 'passed-over':
      return actionShort(step.rule.action);
    case 'tracked':
      return step.mark === '' ? step.state : `${step.state}, ${step.mark}`;
    case 'translated':
      return `${printIpv4(step.from.address)} → ${printIpv4(step.to.address)}`;
    case 'routed':
      return `${step.table} → ${step.gateway === undefined ? step.out : `${printIpv4(step.gateway)} ${step.out}`}`;
    case 'local':
      return printIpv4(step.address);
    case 'queued':
    case 'queued-in-tree':
      return step.queue.name;
    default:
      return undefined;
  }
}

function actionShort(action: FirewallRule['action']): string {
  if ('mark' in action) return `${action.kind} ${action.mark}`;
  return 'target' in action ? `jump ${action.target}` : action.kind;
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
