import { type Language, lasting } from '../../text/index.ts';
import type { Receiver } from '../receiver.ts';
import { eventOf, type Message, type Statement } from '../statement.ts';
import { statementText } from './sentences.ts';
import { filled, type TemplateField } from './template.ts';
import { notifyWords } from './words.ts';

/** Of whom messages are. */
export interface Sender {
  readonly gateway: string;
  readonly host: string;
}

/** Times of a message as people read them, in the time of the gateway. */
export interface Clocks {
  /** `14:05` */
  readonly clock: (atMs: number) => string;
  /** `2026-11-30 14:05:12 +07:00` */
  readonly moment: (atMs: number) => string;
  /** ISO 8601, UTC. */
  readonly iso: (atMs: number) => string;
}

/** How urgent a message is. */
export const urgencies = ['info', 'warning', 'error'] as const;
export type Urgency = (typeof urgencies)[number];

/** A message as it leaves. */
export interface Written {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly urgency: Urgency;
  /** For programs; `docs/notifications.md#webhook`. */
  readonly json: Readonly<Record<string, unknown>>;
}

/** Names of fields of the JSON, and of templates. */
export function written(
  message: Message,
  { language, title, text }: Pick<Receiver, 'language' | 'title' | 'text'>,
  { sender, clocks }: { readonly sender: Sender; readonly clocks: Clocks },
): Written {
  const { id, atMs, statements } = message;
  const said = statements.map(one => statementText(one, { language, clock: clocks.clock }));
  const urgency = urgencyOf(statements);
  const main = said[mainOf(statements)];
  const rest = said.length > 1 ? ` (+${said.length - 1})` : '';
  const values: Readonly<Record<TemplateField, string>> = {
    ...sender,
    time: clocks.moment(atMs),
    title: `${main?.title ?? ''}${rest}`,
    text: said.map(one => one.text).join('\n'),
    severity: urgency,
    ...factsOf(statements[mainOf(statements)], language),
  };
  const [head, body] = [oneLine(filled(title, values)), filled(text, values)];
  const events = statements.map((one, at) => eventJson(one, said[at]?.text ?? '', clocks));
  const json = {
    ...{ version: 1, id, time: clocks.iso(atMs), ...sender, severity: urgency },
    ...{ title: head, text: body, events },
  };
  return { id, title: head, text: body, urgency, json };
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** The one that matters most gives the title. */
function mainOf(statements: readonly Statement[]): number {
  const urgency = urgencyOf(statements);
  return Math.max(
    0,
    statements.findIndex(one => urgencyOfOne(one) === urgency),
  );
}

const urgencyOf = (statements: readonly Statement[]): Urgency =>
  urgencies[Math.max(0, ...statements.map(one => urgencies.indexOf(urgencyOfOne(one))))] ?? 'info';

function urgencyOfOne(statement: Statement): Urgency {
  switch (statement.kind) {
    case 'line-down':
    case 'line-flaps':
    case 'link-down':
      return 'error';
    case 'line-was-down':
    case 'line-degraded':
      return 'warning';
    case 'failover':
      return statement.to.length === 0 ? 'error' : 'info';
    case 'condition':
      return statement.isOpen ? statement.severity : 'info';
    case 'config':
      return statement.result === 'refused' || statement.how === 'rolled-back' ? 'warning' : 'info';
    default:
      return 'info';
  }
}

type Facts = Pick<
  Record<TemplateField, string>,
  'event' | 'line' | 'status' | 'cause' | 'duration' | 'count'
>;

/** Fields of the statement that gives the title. */
function factsOf(statement: Statement | undefined, language: Language): Facts {
  const say = notifyWords[language];
  const none = { event: '', line: '', status: '', cause: '', duration: '', count: '' };
  if (!statement) return none;
  const cause = 'cause' in statement && statement.cause !== undefined ? statement.cause : '';
  const status = statusOf(statement);
  return {
    event: eventOf(statement) ?? 'test',
    line: 'label' in statement ? statement.label : '',
    status: status === '' ? '' : say.status[status],
    cause: say.causes[cause] ?? cause,
    duration: 'lastedMs' in statement ? lasting(statement.lastedMs, language) : '',
    count: 'times' in statement ? String(statement.times) : '',
  };
}

function statusOf(statement: Statement): 'up' | 'degraded' | 'down' | '' {
  switch (statement.kind) {
    case 'line-down':
      return 'down';
    case 'line-up':
      return statement.isDegraded ? 'degraded' : 'up';
    case 'line-was-down':
    case 'line-fine':
      return 'up';
    case 'line-degraded':
      return 'degraded';
    case 'line-flaps':
    case 'line-steady':
      return statement.status;
    default:
      return '';
  }
}

/** A statement for programs: its facts, with times as ISO 8601, and its sentence. */
function eventJson(statement: Statement, text: string, { iso }: Clocks): Readonly<Record<string, unknown>> {
  const { kind: what, ...facts } = statement;
  const plain = Object.entries(facts)
    .filter(([name]) => name !== 'text')
    .map(([name, value]) => (name === 'sinceMs' ? ['since', iso(Number(value))] : [name, value]));
  const status = statusOf(statement);
  return {
    ...{ event: eventOf(statement) ?? 'test', what },
    ...Object.fromEntries(plain as [string, unknown][]),
    ...(status !== '' && { status }),
    text,
  };
}
