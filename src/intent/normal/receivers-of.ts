import { parseDuration } from '../../net/index.ts';
import {
  type Channel,
  eventKinds,
  notifyParameters,
  type Receiver,
  type Secret,
  templateFields,
  unknownFields,
  usualText,
  usualTitle,
} from '../../notify/index.ts';
import { didYouMean } from '../../rsc/index.ts';
import type { Fault } from '../fault.ts';
import type { Path } from '../path.ts';
import { priorities, type StatedReceivers } from '../schema/notify.ts';

type Keys = StatedReceivers[string];
type Key = keyof Keys;

/** Keys that each kind must have, and those that it may; all others mean nothing there. */
const ofKind: Readonly<Record<Channel['kind'], { must: readonly Key[]; may: readonly Key[] }>> = {
  webhook: { must: ['url'], may: ['headers', 'secret'] },
  command: { must: ['run'], may: ['timeout'] },
  telegram: { must: ['token', 'chat'], may: ['thread', 'server'] },
  ntfy: { must: ['url'], may: ['token', 'priority'] },
};
const common: readonly Key[] = ['type', 'events', 'wait', 'language', 'title', 'text'];

const longestWaitMs = 3_600_000;
const usualTimeoutMs = 10_000;
const longestTimeoutMs = 300_000;

/** Who is told, with nothing left open; faults where something contradicts itself. `path`: where they stand. */
export function receiversOf(
  stated: StatedReceivers | undefined,
  faults: Fault[],
  path: Path = ['notify'],
): readonly Receiver[] {
  return Object.entries(stated ?? {}).flatMap(([name, keys]) => {
    const found = faultsOf(name, keys, [...path, name]);
    faults.push(...found);
    return found.length > 0 ? [] : [receiverOf(name, keys)];
  });
}

function receiverOf(name: string, keys: Keys): Receiver {
  return {
    name,
    channel: channelOf(keys),
    events: keys.events ?? eventKinds,
    waitMs: keys.wait === undefined ? notifyParameters.usualWaitMs : (parseDuration(keys.wait) ?? 0),
    language: keys.language ?? 'en',
    title: keys.title ?? usualTitle,
    text: keys.text ?? usualText,
  };
}

function channelOf(keys: Keys): Channel {
  const url = typeof keys.url === 'string' ? keys.url : secretOf(keys.url);
  switch (keys.type) {
    case 'webhook': {
      const headers = Object.entries(keys.headers ?? {}).map(
        ([name, value]) => [name, typeof value === 'string' ? value : secretOf(value)] as const,
      );
      const secret = keys.secret && secretOf(keys.secret);
      return { kind: 'webhook', url, headers: Object.fromEntries(headers), secret };
    }
    case 'command': {
      const timeoutMs = keys.timeout === undefined ? usualTimeoutMs : (parseDuration(keys.timeout) ?? 0);
      return { kind: 'command', argv: keys.run ?? [], timeoutMs };
    }
    case 'telegram': {
      const server = (keys.server ?? 'https://api.telegram.org').replace(/\/+$/, '');
      return {
        kind: 'telegram',
        server,
        token: secretOf(keys.token),
        chat: `${keys.chat}`,
        thread: keys.thread,
      };
    }
    case 'ntfy': {
      const token = keys.token && secretOf(keys.token);
      const priority = keys.priority && priorities.indexOf(keys.priority) + 1;
      return { kind: 'ntfy', url, token, priority };
    }
  }
}

const secretOf = (stated: Keys['token']): Secret =>
  stated?.file === undefined ? { env: stated?.env ?? '' } : { file: stated.file };

function faultsOf(name: string, keys: Keys, path: Path): Fault[] {
  const { must, may } = ofKind[keys.type];
  const missing = must.filter(key => keys[key] === undefined);
  const known = [...common, ...must, ...may];
  const strange = (Object.keys(keys) as Key[]).filter(key => !known.includes(key));
  return [
    ...missing.map(key => ({ path, part: 'key' as const, ...lacks(name, keys.type, key) })),
    ...strange.map(key => ({ path: [...path, key], part: 'key' as const, ...hasNo(name, keys.type, key) })),
    ...secretFaults(keys, path),
    ...timeFaults(keys, path),
    ...templateFaults(keys, path),
    ...(missing.length + strange.length === 0 ? topicFaults(keys, path) : []),
  ];
}

const lacks = (name: string, kind: string, key: Key) => ({
  what: `${name} is ${kind}, and has no ${key}.`,
  do: needed[key] ?? '',
});

const needed: Readonly<Partial<Record<Key, string>>> = {
  url: 'Write where messages are sent: url: https://ntfy.sh/a-topic-nobody-guesses.',
  run: 'Write the program and its arguments: run: [/usr/local/bin/tell, --site, office].',
  token: 'Put the token of the bot (@BotFather) into a file: token: { file: /etc/jalur/telegram.token }.',
  chat: 'Write the number of the chat: chat: -1001234567890.',
};

const hasNo = (name: string, kind: string, key: Key) => ({
  what: `${name} is ${kind}: ${key} means nothing there.`,
  do: `Take ${key} away, or choose another type.`,
});

function secretFaults(keys: Keys, path: Path): Fault[] {
  const headers = Object.entries(keys.headers ?? {}).map(
    ([name, value]) => [['headers', name], value] as const,
  );
  const all = [[['url'], keys.url], [['secret'], keys.secret], [['token'], keys.token], ...headers] as const;
  return all.flatMap(([where, value]) => {
    if (value === undefined || typeof value === 'string') return [];
    if ((value.file === undefined) !== (value.env === undefined)) return [];
    return [
      {
        path: [...path, ...where],
        what: `${where.join('.')} is to be read from ${value.file === undefined ? 'nowhere' : 'two places'}.`,
        do: 'Write one of them: { file: /etc/jalur/token } or { env: NAME }.',
      },
    ];
  });
}

function timeFaults({ wait, timeout }: Keys, path: Path): Fault[] {
  const tooLong = (key: string, text: string | undefined, mostMs: number, most: string): Fault[] =>
    text !== undefined && (parseDuration(text) ?? 0) > mostMs
      ? [{ path: [...path, key], what: `${key} is longer than ${most}.`, do: `Write up to ${most}.` }]
      : [];
  const never: Fault[] =
    timeout !== undefined && parseDuration(timeout) === 0
      ? [
          {
            path: [...path, 'timeout'],
            what: 'A command cannot do anything in no time.',
            do: 'Write timeout: 10s.',
          },
        ]
      : [];
  return [
    ...tooLong('wait', wait, longestWaitMs, '1h'),
    ...tooLong('timeout', timeout, longestTimeoutMs, '5m'),
    ...never,
  ];
}

const templateFaults = (keys: Keys, path: Path): Fault[] =>
  (['title', 'text'] as const).flatMap(key =>
    unknownFields(keys[key] ?? '').map(name => ({
      path: [...path, key],
      what: `There is no field {{${name}}}.${didYouMean(name, templateFields)}`,
      do: `Fields are ${templateFields.join(', ')}.`,
    })),
  );

/** The URL of a topic ends with its name. */
function topicFaults({ type, url }: Keys, path: Path): Fault[] {
  if (
    type !== 'ntfy' ||
    typeof url !== 'string' ||
    /^https?:\/\/[^/]+(?:\/[^/?#]+)*\/[-_A-Za-z0-9]{1,64}$/.test(url)
  )
    return [];
  return [
    {
      path: [...path, 'url'],
      what: 'url names no topic of ntfy.',
      do: 'Write the server and the topic: https://ntfy.sh/a-topic-nobody-guesses.',
    },
  ];
}
