import { type Language, lasting } from '../../text/index.ts';
import type { Statement } from '../statement.ts';
import { type NotifyWords, notifyWords } from './words.ts';

/** A statement in words: its head, and what more there is to say, a line. */
export interface Said {
  readonly title: string;
  readonly text: string;
}

export interface SayOptions {
  readonly language: Language;
  /** `14:05`, in the time of the gateway. */
  readonly clock: (atMs: number) => string;
}

type Of<K extends Statement['kind']> = Extract<Statement, { readonly kind: K }>;

interface Saying extends SayOptions {
  readonly say: NotifyWords;
  readonly lasting: (ms: number) => string;
  readonly list: (names: readonly string[]) => string;
}

export function statementText(statement: Statement, options: SayOptions): Said {
  const { language } = options;
  const say = notifyWords[language];
  const list = (names: readonly string[]): string =>
    say.and(names.length > 8 ? [...names.slice(0, 7), say.more(names.length - 7)] : names);
  return said(statement, { ...options, say, list, lasting: ms => lasting(ms, language) });
}

function said(one: Statement, saying: Saying): Said {
  const { say } = saying;
  switch (one.kind) {
    case 'line-down':
      return lineDown(one, saying);
    case 'line-up':
      return lineUp(one, saying);
    case 'line-was-down':
      return lineWasDown(one, saying);
    case 'line-degraded':
      return head(say.degraded(one.label), causeOf(one, say), say.since(saying.clock(one.sinceMs)));
    case 'line-fine':
      return head(say.fine(one.label, saying.lasting(one.lastedMs)));
    case 'line-flaps':
    case 'line-steady':
      return lineFlaps(one, saying);
    case 'link-down': {
      const title = say.linkDown(one.interface, saying.list(one.along));
      return head(title, say.since(saying.clock(one.sinceMs)));
    }
    case 'failover':
      return failover(one, saying);
    case 'condition':
      return condition(one, saying);
    case 'config':
      return config(one, say);
    case 'started':
      return head(say.started, one.idleMs === undefined ? undefined : say.idle(saying.lasting(one.idleMs)));
    case 'stopped':
      return head(say.stopped);
    case 'test':
      return { title: say.test, text: say.tested };
  }
}

/** `ISP2 is down: nothing behind its gateway answers, since 14:05.` */
function head(title: string, ...more: readonly (string | undefined)[]): Said {
  const rest = more.filter(one => one !== undefined && one !== '');
  return { title, text: `${title}${rest.length === 0 ? '' : `: ${rest.join(', ')}`}.` };
}

const causeOf = ({ cause }: { readonly cause?: string | undefined }, say: NotifyWords): string | undefined =>
  cause === undefined ? undefined : (say.causes[cause] ?? cause);

const plus = ({ title, text }: Said, ...more: readonly string[]): Said => ({
  ...{ title, text: [text, ...more.filter(one => one !== '')].join(' ') },
});

function lineDown(one: Of<'line-down'>, { say, clock, list }: Saying): Said {
  const { label, isFound, sinceMs, along } = one;
  const first = isFound
    ? head(say.downFound(label), causeOf(one, say))
    : head(say.down(label), causeOf(one, say), say.since(clock(sinceMs)));
  return plus(
    { ...first, title: say.down(label) },
    along.length > 0 ? say.along(list(along), along.length > 1) : '',
  );
}

function lineUp(one: Of<'line-up'>, { say, lasting: long, list }: Saying): Said {
  const { label, isDegraded, lastedMs, times, along, still } = one;
  const first = head((isDegraded ? say.upWeak : say.up)(label), say.after(long(lastedMs), times));
  return plus(
    first,
    along.length > 0 ? say.alongUp(list(along), along.length > 1) : '',
    still.length > 0 ? say.still(list(still)) : '',
  );
}

function lineWasDown(one: Of<'line-was-down'>, { say, lasting: long, clock, list }: Saying): Said {
  const { label, lastedMs, times, sinceMs, along } = one;
  const first = head(
    say.was(label),
    causeOf(one, say),
    `${say.after(long(lastedMs), times)} ${say.from(clock(sinceMs))}`,
  );
  return plus(first, along.length > 0 ? say.along(list(along), along.length > 1) : '');
}

function lineFlaps(one: Of<'line-flaps' | 'line-steady'>, { say, lasting: long }: Saying): Said {
  const { kind, label, times, overMs, status } = one;
  const isSteady = kind === 'line-steady';
  const facts = [say.flapped(times, long(overMs)), say.now(say.status[status])];
  const first = head(
    (isSteady ? say.steady : say.flaps)(label),
    ...(isSteady ? [facts[1], facts[0]] : facts),
  );
  return isSteady ? first : plus(first, say.quiet);
}

function failover({ from, to }: Of<'failover'>, { say, list }: Saying): Said {
  const before = from.length === 0 ? say.nothingBefore : say.before(list(from));
  return head(to.length === 0 ? say.noWay : say.failover(list(to)), before);
}

function condition(one: Of<'condition'>, { say, language, lasting: long }: Saying): Said {
  const { title, what, do: todo } = one.text[language];
  const { lastedMs, times, isOpen } = one;
  switch (one.state) {
    case 'raised':
      return { title, text: `${what} ${todo}` };
    case 'cleared':
      return head(say.cleared(title), say.lasted(long(lastedMs)));
    case 'was':
      return plus(head(say.wasSo(title), say.lasted(long(lastedMs))), what);
    case 'flaps':
      return plus(
        head(say.conditionFlaps(title), say.conditionTimes(times, long(lastedMs))),
        what,
        say.quiet,
      );
    case 'steady':
      return plus(
        head(say.conditionSteady(title, isOpen), say.conditionTimes(times, long(lastedMs))),
        isOpen ? what : '',
      );
  }
}

function config({ file, how, result, by }: Of<'config'>, say: NotifyWords): Said {
  const title = result === 'refused' ? say.refusedConfig : (say.config[how] ?? how);
  return head(title, file, say.results[result] ?? result, by === undefined ? undefined : say.by(by));
}
