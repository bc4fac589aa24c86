import { quote } from '../../../rsc/index.ts';
import type { Work } from '../../work.ts';
import type { OspfLine } from '../ospf-line.ts';
import { elsewhere, oneOf, same, type Wording, wordsFor } from '../wording.ts';
import { areaOf, type OspfLines } from './ospf-lines.ts';

const types = {
  default: '',
  broadcast: 'broadcast',
  'point-to-point': 'ptp',
  nbma: 'nbma',
  ptmp: 'ptmp',
};

const wording: Wording = {
  ...same('cost', 'priority', 'comment', 'disabled', 'hello-interval', 'dead-interval', 'use-bfd'),
  ...same('retransmit-interval', 'transmit-delay', 'instance-id'),
  ...elsewhere('interface', 'authentication-key-id'),
  'network-type': oneOf('type', types),
  authentication: oneOf('auth', { none: '', simple: 'simple', md5: 'md5' }),
  'authentication-key': text => (text === '' ? '' : `auth-key=${quote(text)}`),
  passive: text => (text === 'yes' ? 'passive' : ''),
};

/** What a line of interfaces says of a template; RouterOS 7 has another cost and priority where none is stated. */
export function interfaceWords(work: Work, line: OspfLine | undefined): readonly string[] {
  const stated = line?.stated;
  const isMd5 = stated?.get('authentication') === 'md5';
  return [
    ...(line ? wordsFor(work, line.one, line.stated, wording) : []),
    ...(isMd5 ? [`auth-id=${stated?.get('authentication-key-id') ?? '1'}`] : []),
    ...(stated?.has('cost') ? [] : ['cost=10']),
    ...(stated?.has('priority') ? [] : ['priority=1']),
  ];
}

/** A template for each network; for interfaces with values of their own one more, ahead of it. */
export function networkLines(
  work: Work,
  lines: OspfLines,
  words: (work: Work, line: OspfLine | undefined) => readonly string[],
): string[] {
  const isGeneral = ({ stated }: OspfLine): boolean => (stated.get('interface') ?? 'all') === 'all';
  const own = lines.interface
    .filter(line => !isGeneral(line))
    .map(line => ({ line, words: words(work, line) }));
  const general = words(work, lines.interface.find(isGeneral));
  for (const { line } of own) sayBoth(line, work);
  return lines.network.flatMap(line => {
    const add = (more: readonly string[]): string =>
      `/routing ospf interface-template add ${[...networkWords(work, line), ...more].join(' ')}`;
    const off = line.stated.get('disabled') === 'yes' ? ['disabled=yes'] : [];
    const comment = line.stated.get('comment');
    return [
      ...own.map(({ line: { stated }, words: more }) =>
        add([
          `interfaces=${quote(stated.get('interface') ?? '')}`,
          ...(off.length > 0 ? without('disabled', more) : more),
          ...off,
        ]),
      ),
      add([
        ...without('comment', without('disabled', general)),
        ...off,
        ...(comment === undefined ? [] : [`comment=${quote(comment)}`]),
      ]),
    ];
  });
}

const networkWords = (work: Work, line: OspfLine): readonly string[] => [
  ...wordsFor(work, line.one, line.stated, {
    ...elsewhere('area', 'comment', 'disabled'),
    network: 'networks',
  }),
  `area=${quote(areaOf(line))}`,
];

const without = (property: string, words: readonly string[]): readonly string[] =>
  words.filter(word => !word.startsWith(`${property}=`));

function sayBoth({ one, stated }: OspfLine, work: Work): void {
  const what = {
    en: `For ${stated.get('interface')} two templates match, its own and that of its network; its own stands first. Which of two RouterOS 7 takes is not established.`,
    id: `Untuk ${stated.get('interface')} ada dua template yang cocok, miliknya dan milik jaringannya; miliknya di depan. Yang mana yang dipakai RouterOS 7 tidak pasti.`,
  };
  work.say(one, 'warning', 'ospf-template', what, {
    en: 'Look at /routing ospf interface print.',
    id: 'Lihat /routing ospf interface print.',
  });
}
