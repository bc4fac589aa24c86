import type { PppoeService } from './program.ts';

/** A line with what proves who we are. */
export interface PppoeLine extends PppoeService {
  readonly password: string;
}

/** What stands beside a line in its file of options. */
interface Beside {
  readonly password?: string | undefined;
  /** Programs that are called when its address comes and goes, and the file that they write that into. */
  readonly teller?: { readonly up: string; readonly down: string; readonly file: string } | undefined;
}

/** The file of options that pppd(8) dials a line by. Addresses are pppd's work; routes and resolvers are not. */
export function pppoeOptions(line: PppoeService, { password, teller }: Beside): string {
  const { interface: name, over, user, service, concentrator, refused, mtu, mru, echoSeconds } = line;
  const options = [
    'plugin pppoe.so',
    word(`nic-${over}`),
    `ifname ${word(name)}`,
    ...(user === '' ? [] : [`user ${word(user)}`]),
    ...(password === undefined ? [] : [`password ${word(password)}`]),
    ...(service ? [`pppoe-service ${word(service)}`] : []),
    ...(concentrator ? [`pppoe-ac ${word(concentrator)}`] : []),
    ...refused.map(way => `refuse-${way}`),
    'noauth',
    'noipdefault',
    'nodefaultroute',
    // The program is about IPv4 alone, and filters nothing that comes by IPv6.
    'noipv6',
    'persist',
    'maxfail 0',
    `mtu ${mtu}`,
    `mru ${mru}`,
    `lcp-echo-interval ${echoSeconds}`,
    `lcp-echo-failure ${echoSeconds === 0 ? 0 : 3}`,
    ...(teller ? told(line, teller) : []),
  ];
  return options.map(one => `${one}\n`).join('');
}

/** In place of the scripts of the system, which would change its resolvers. */
const told = (
  { asksForDns }: PppoeService,
  { up, down, file }: NonNullable<Beside['teller']>,
): readonly string[] => [
  ...(asksForDns ? ['usepeerdns'] : []),
  `ip-up-script ${word(up)}`,
  `ip-down-script ${word(down)}`,
  `ipparam ${word(file)}`,
  'hide-password',
  'holdoff 5',
];

/** A word as pppd reads it, whatever is in it: no other option can begin inside. Its escapes are octal numbers of bytes. */
const word = (text: string): string =>
  `"${text.replace(/["\\]/g, '\\$&').replace(/\p{Cc}/gu, sign => escaped(sign, sign.codePointAt(0) ?? 0))}"`;

/** Beyond ASCII it is more than one byte, of which none means anything to pppd. */
const escaped = (sign: string, code: number): string =>
  code < 0x80 ? `\\${code.toString(8).padStart(3, '0')}` : sign;

/** Longer names and passwords are cut by pppd (MAXNAMELEN, MAXSECRETLEN), and no word of it holds a zero. */
export const isPppWord = (text: string): boolean => bytesOf(text) < 256 && !text.includes('\0');

const bytesOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + bytes(sign.codePointAt(0) ?? 0), 0);

/** Of a code point in UTF-8. */
const bytes = (code: number): number => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);
