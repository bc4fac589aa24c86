import type { Item } from '../../model/index.ts';
import type { OpenInText, OpenStatement } from '../../rsc/index.ts';
import type { PointView } from '../point.ts';

/** A point that lies in a script or in what runs it, not in a rule. */
export interface EventPoint extends PointView {
  readonly kind: 'script' | 'netwatch' | 'flapping' | 'scheduler';
  /** Menus whose items it may change; undefined: any. */
  readonly touched?: readonly string[] | undefined;
  /** It stands in the text itself: whatever happens, it is open. */
  readonly isOfText?: boolean | undefined;
}

/** Menus that lead no packet of IPv4 anywhere else, but only delay it, serve clients, or say which hosts a LAN has. */
const beside = /^\/(?:ipv6|mpls|queue|interface bridge port|ip (?:dhcp-server|dns static|pool))\b/;

/** Could what is open change where packets go? */
export const couldLeadElsewhere = ({ touched }: EventPoint): boolean =>
  touched === undefined || touched.some(menu => !beside.test(menu));

const longest = 60;

/** A statement whose effect is not certain; a condition can be settled by saying how it comes out. */
export function pointOf({ span, text, touched }: OpenStatement): EventPoint {
  const { file, start } = span;
  const isCondition = /^:?if\b/.test(text);
  const choices = isCondition ? ['yes', 'no'] : [];
  return {
    id: `script@${file}:${start.line}`,
    kind: 'script',
    file,
    line: start.line,
    what: shortened(text),
    choices,
    settle: choices.map(choice => `--assume script@${start.line}=${choice}`),
    touched,
  };
}

/** A statement of the text itself that only the router could carry out. */
export function pointOfText({ span: { file, start }, text, touched }: OpenInText): EventPoint {
  const what = shortened(text);
  const id = `script@${file}:${start.line}`;
  return {
    id,
    kind: 'script',
    file,
    line: start.line,
    what,
    choices: [],
    settle: [],
    touched,
    isOfText: true,
  };
}

/** Whether its script has run, whether its host answers. */
const answersTo: Readonly<Record<EventPoint['kind'], readonly string[]>> = {
  script: [],
  netwatch: ['up', 'down'],
  flapping: [],
  scheduler: ['yes', 'no'],
};

/** An event of which nobody knows whether it happens, or how often. */
export function pointOfItem({ origin: { span } }: Item, kind: EventPoint['kind'], what: string): EventPoint {
  const { file, start } = span;
  const choices = answersTo[kind];
  return {
    id: `${kind}@${file}:${start.line}`,
    kind,
    file,
    line: start.line,
    what: shortened(what),
    choices,
    settle: choices.map(choice => `--assume ${kind}@${start.line}=${choice}`),
  };
}

/** The first line, cut where it is long. */
function shortened(text: string): string {
  const [line = ''] = text.trim().split(/\r?\n/);
  const plain = line.trim();
  return plain.length > longest ? `${plain.slice(0, longest - 1)}…` : plain;
}
