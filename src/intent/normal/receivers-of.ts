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
import { nearest } from '../../rsc/index.ts';
import type { Said } from '../../text/index.ts';
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
  what: {
    en: `${name} is ${kind}, and has no ${key}.`,
    id: `${name} adalah ${kind}, tetapi tidak punya ${key}.`,
  },
  do: needed[key] ?? nothing,
});

const nothing: Said = { en: '', id: '' };

const needed: Readonly<Partial<Record<Key, Said>>> = {
  url: {
    en: 'Write where messages are sent: url: https://ntfy.sh/a-topic-nobody-guesses.',
    id: 'Tulis ke mana pesan dikirim: url: https://ntfy.sh/topik-yang-tidak-ditebak-orang.',
  },
  run: {
    en: 'Write the program and its arguments: run: [/usr/local/bin/tell, --site, office].',
    id: 'Tulis program dan argumennya: run: [/usr/local/bin/tell, --site, office].',
  },
  token: {
    en: 'Put the token of the bot (@BotFather) into a file: token: { file: /etc/jalur/telegram.token }.',
    id: 'Simpan token bot (@BotFather) dalam file: token: { file: /etc/jalur/telegram.token }.',
  },
  chat: {
    en: 'Write the number of the chat: chat: -1001234567890.',
    id: 'Tulis nomor chat: chat: -1001234567890.',
  },
};

const hasNo = (name: string, kind: string, key: Key) => ({
  what: {
    en: `${name} is ${kind}: ${key} means nothing there.`,
    id: `${name} adalah ${kind}: ${key} tidak ada artinya di situ.`,
  },
  do: { en: `Take ${key} away, or choose another type.`, id: `Hapus ${key}, atau pilih type lain.` },
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
        what: value.file === undefined ? fromNowhere(where.join('.')) : fromTwoPlaces(where.join('.')),
        do: {
          en: 'Write one of them: { file: /etc/jalur/token } or { env: NAME }.',
          id: 'Tulis salah satunya: { file: /etc/jalur/token } atau { env: NAMA }.',
        },
      },
    ];
  });
}

const fromNowhere = (key: string): Said => ({
  en: `${key} is to be read from nowhere.`,
  id: `${key} tidak dibaca dari mana pun.`,
});

const fromTwoPlaces = (key: string): Said => ({
  en: `${key} is to be read from two places.`,
  id: `${key} dibaca dari dua tempat.`,
});

const noField = (name: string): Said => ({
  en: `There is no field {{${name}}}.${nearest(name, templateFields).en}`,
  id: `Tidak ada field {{${name}}}.${nearest(name, templateFields).id}`,
});

function timeFaults({ wait, timeout }: Keys, path: Path): Fault[] {
  const tooLong = (key: string, text: string | undefined, mostMs: number, most: string): Fault[] =>
    text !== undefined && (parseDuration(text) ?? 0) > mostMs
      ? [
          {
            path: [...path, key],
            what: { en: `${key} is longer than ${most}.`, id: `${key} lebih lama dari ${most}.` },
            do: { en: `Write up to ${most}.`, id: `Tulis paling lama ${most}.` },
          },
        ]
      : [];
  const never: Fault[] =
    timeout !== undefined && parseDuration(timeout) === 0
      ? [
          {
            path: [...path, 'timeout'],
            what: {
              en: 'A command cannot do anything in no time.',
              id: 'Perintah tidak dapat melakukan apa-apa dalam waktu nol.',
            },
            do: { en: 'Write timeout: 10s.', id: 'Tulis timeout: 10s.' },
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
      what: noField(name),
      do: { en: `Fields are ${templateFields.join(', ')}.`, id: `Field-nya: ${templateFields.join(', ')}.` },
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
      what: { en: 'url names no topic of ntfy.', id: 'url tidak menyebut topik ntfy.' },
      do: {
        en: 'Write the server and the topic: https://ntfy.sh/a-topic-nobody-guesses.',
        id: 'Tulis server dan topiknya: https://ntfy.sh/topik-yang-tidak-ditebak-orang.',
      },
    },
  ];
}
