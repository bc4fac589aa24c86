import { toAddress } from '../../net/index.ts';
import { errno, refused } from '../../sys/index.ts';
import type { Connection, ConnectionFilter } from '../types.ts';
import type { Shell } from './shell.ts';

const names: Readonly<Record<number, string>> = { 1: 'icmp', 6: 'tcp', 17: 'udp', 58: 'icmpv6' };

const filterArgs = ({ mark, mask, protocol }: ConnectionFilter): readonly string[] => [
  ...['-m', `${mark}/${mask}`],
  ...(protocol === undefined ? [] : ['-p', names[protocol] ?? `${protocol}`]),
];

// `ipv4  2 udp  17 99 src=… dst=… sport=… dport=… [UNREPLIED] src=… dst=… sport=… dport=… mark=7 use=1`
function parse(line: string): Connection | undefined {
  const head = /^ipv[46]\s+\d+\s+\S+\s+(\d+)\s/.exec(line);
  if (!head) return undefined;
  const values = (key: string): readonly string[] =>
    [...line.matchAll(new RegExp(` ${key}=(\\S+)`, 'g'))].map(match => match[1] ?? '');
  const end = (place: number): Connection['reply'] => ({
    source: toAddress(values('src')[place] ?? ''),
    destination: toAddress(values('dst')[place] ?? ''),
    sourcePort: Number(values('sport')[place] ?? 0),
    destinationPort: Number(values('dport')[place] ?? 0),
  });
  return { protocol: Number(head[1]), ...end(0), reply: end(1), mark: Number(values('mark')[0] ?? 0) };
}

export function connections(shell: Shell, filter?: ConnectionFilter): readonly Connection[] {
  const argv = [
    'conntrack',
    '-L',
    '-f',
    filter?.family ?? 'ipv4',
    '-o',
    'extended',
    ...(filter ? filterArgs(filter) : []),
  ];
  const done = shell.ask(argv);
  if (done.code !== 0) throw failed(done.stderr);
  return done.stdout.split('\n').flatMap(line => parse(line) ?? []);
}

export function deleteConnections(shell: Shell, filter: ConnectionFilter): void {
  const done = shell.ask(['conntrack', '-D', '-f', filter.family ?? 'ipv4', ...filterArgs(filter)]);
  // It ends with 1 when nothing matched, too.
  if (done.code !== 0 && !/ 0 flow entries/.test(done.stderr)) throw failed(done.stderr);
}

/** One by one: `-U` takes `-m` for the mark to set, not for one to look for. */
export function clearMarks(shell: Shell, filter: ConnectionFilter, bits: number): void {
  for (const one of connections(shell, filter)) {
    const ends = ['-s', one.source, '-d', one.destination];
    const ports =
      one.protocol === 6 || one.protocol === 17
        ? ['--sport', `${one.sourcePort}`, '--dport', `${one.destinationPort}`]
        : [];
    const which = [
      '-f',
      filter.family ?? 'ipv4',
      '-p',
      names[one.protocol] ?? `${one.protocol}`,
      ...ends,
      ...ports,
    ];
    const done = shell.ask(['conntrack', '-U', ...which, '-m', `0/${bits}`]);
    if (done.code !== 0 && !/ 0 flow entries/.test(done.stderr)) throw failed(done.stderr);
  }
}

const failed = (said: string): Error => refused(`conntrack: ${said.trim()}`, errno.EINVAL);
