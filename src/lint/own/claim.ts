import { type Ipv4Prefix, parseIpv4Prefix } from '../../net/index.ts';

/** Who sends: hosts of a network, what comes in by a port, any LAN, or anybody outside. */
export type Who =
  | { readonly kind: 'network'; readonly network: Ipv4Prefix }
  | { readonly kind: 'port'; readonly name: string }
  | { readonly kind: 'lan' }
  | { readonly kind: 'internet' };

/** What is reached: a service of the router by its name, a port of it, any of its addresses, hosts, or the Internet. */
export type What =
  | { readonly kind: 'service'; readonly name: string }
  | { readonly kind: 'port'; readonly protocol: 'tcp' | 'udp'; readonly port: number }
  | { readonly kind: 'router' }
  | { readonly kind: 'network'; readonly network: Ipv4Prefix }
  | { readonly kind: 'internet' };

/** What somebody states of his configuration. */
export type Claim =
  | { readonly kind: 'leaves'; readonly who: Who; readonly lines: readonly string[]; readonly never: boolean }
  | { readonly kind: 'reaches'; readonly who: Who; readonly what: What; readonly never: boolean }
  | { readonly kind: 'nobody-but'; readonly but: readonly Who[]; readonly what: What };

/** How claims are written; said where one is not understood. */
export const claimForms: readonly string[] = [
  '10.0.9.0/24 leaves by ISP2',
  '10.0.9.0/24 never leaves by ISP1',
  'nobody but 10.0.1.0/24 reaches Winbox',
  'bridge-guest does not reach 192.168.88.0/24',
  'the LAN reaches the Internet',
];

/** A sentence as a claim; undefined where it is none of the forms. */
export function parseClaim(sentence: string): Claim | undefined {
  const text = sentence.trim().replace(/\.$/, '').replaceAll(/\s+/g, ' ');
  return leaves(text) ?? nobody(text) ?? reaches(text);
}

function leaves(text: string): Claim | undefined {
  const [, sender = '', never, lines = ''] = /^(.+?) (never )?leaves by (.+)$/i.exec(text) ?? [];
  const who = whoOf(sender);
  return lines === '' || !who
    ? undefined
    : { kind: 'leaves', who, lines: listed(lines), never: never !== undefined };
}

function nobody(text: string): Claim | undefined {
  const [, but, target = ''] = /^nobody (?:but (.+?) )?reaches (.+)$/i.exec(text) ?? [];
  const senders = but === undefined ? [] : listed(but).map(whoOf);
  const known = senders.flatMap(who => who ?? []);
  const what = whatOf(target);
  return what && known.length === senders.length ? { kind: 'nobody-but', but: known, what } : undefined;
}

function reaches(text: string): Claim | undefined {
  const form = /^(.+?) (does not reach|never reaches|reaches) (.+)$/i;
  const [, sender = '', verb = '', target = ''] = form.exec(text) ?? [];
  const [who, what] = [whoOf(sender), whatOf(target)];
  return who && what ? { kind: 'reaches', who, what, never: verb.toLowerCase() !== 'reaches' } : undefined;
}

const listed = (text: string): string[] => text.split(/ ?, ?| (?:and|or) /).map(unquoted);

const unquoted = (text: string): string => text.replace(/^"(.*)"$/, '$1');

function whoOf(text: string): Who | undefined {
  const name = unquoted(text.trim());
  if (name === '' || /^nobody\b/i.test(name)) return undefined;
  if (/^(?:the )?internet$/i.test(name)) return { kind: 'internet' };
  if (/^(?:the )?lan$/i.test(name)) return { kind: 'lan' };
  if (/^[\d./]+$/.test(name)) return networkOf(name);
  return { kind: 'port', name };
}

/** Services of a router by the names that people have for them. */
const services: Readonly<Record<string, string>> = {
  winbox: 'winbox',
  ssh: 'ssh',
  webfig: 'www',
  www: 'www',
  'www-ssl': 'www-ssl',
  telnet: 'telnet',
  ftp: 'ftp',
  api: 'api',
  'api-ssl': 'api-ssl',
};

function whatOf(text: string): What | undefined {
  const name = unquoted(text.trim());
  const service = services[name.toLowerCase()];
  if (service !== undefined) return { kind: 'service', name: service };
  if (/^dns$/i.test(name)) return { kind: 'port', protocol: 'udp', port: 53 };
  if (/^the router$/i.test(name)) return { kind: 'router' };
  if (/^(?:the )?internet$/i.test(name)) return { kind: 'internet' };
  const [, protocol, port] = /^(tcp|udp)\/(\d{1,5})$/i.exec(name) ?? [];
  if (port !== undefined && Number(port) > 0 && Number(port) < 65_536)
    return { kind: 'port', protocol: protocol?.toLowerCase() === 'udp' ? 'udp' : 'tcp', port: Number(port) };
  return /^[\d./]+$/.test(name) ? networkOf(name) : undefined;
}

function networkOf(text: string): { readonly kind: 'network'; readonly network: Ipv4Prefix } | undefined {
  const network = parseIpv4Prefix(text);
  return network && { kind: 'network', network };
}
