import { writeYaml } from '../from/index.ts';
import { makeIntent } from '../made.ts';
import type { MachineFacts } from './facts.ts';
import { type Guess, guessRoles } from './roles.ts';

export type { DefaultRouteFacts, MachineFacts, PortFacts } from './facts.ts';
export type { Guess } from './roles.ts';

/** An intent for a machine, or why none could be written. */
export interface GuessedIntent {
  readonly guesses: readonly Guess[];
  readonly yaml?: string | undefined;
  /** One sentence, and what to do. */
  readonly refusal?: readonly [what: string, todo: string] | undefined;
}

/** An intent for the machine with these ports, its evidence in comments. Pure: whoever asks has read them. */
export function guessIntent(facts: MachineFacts, schema: string): GuessedIntent {
  const guesses = guessRoles(facts);
  const [wans, lans] = [
    guesses.filter(({ role }) => role === 'wan'),
    guesses.filter(({ role }) => role === 'lan'),
  ];
  if (wans.length === 0 || lans.length === 0) return { guesses, refusal: tooFew(guesses) };
  const lines = wans.map((guess, at) => ({ name: `isp${at + 1}`, guess }));
  const networks = lans.map((guess, at) => ({ name: lans.length === 1 ? 'lan' : `lan${at + 1}`, guess }));
  const stated = {
    wans: Object.fromEntries(lines.map(({ name, guess }) => [name, wanOf(guess)])),
    ...(networks.length === 1
      ? { lan: lanOf(networks[0]?.guess, 0) }
      : { lans: Object.fromEntries(networks.map(({ name, guess }, at) => [name, lanOf(guess, at)])) }),
  };
  const notes = new Map([
    ...lines.map(({ name, guess }) => [`wans.${name}`, noteOf(guess)] as const),
    ...networks.map(
      ({ name, guess }) => [lans.length === 1 ? 'lan' : `lans.${name}`, noteOf(guess)] as const,
    ),
  ]);
  const yaml = writeYaml(stated, { schema, head: headOf(guesses), notes });
  const [fault] = makeIntent(yaml, 'gateway.yaml').diagnostics;
  return fault
    ? { guesses, refusal: [`What this machine has makes no gateway: ${fault.what}`, fault.do ?? ''] }
    : { guesses, yaml };
}

const tooFew = (guesses: readonly Guess[]): readonly [string, string] => [
  `A gateway needs a port to the internet and one inside; this machine shows ${guesses.length === 0 ? 'none' : guesses.map(({ port }) => port.name).join(', ')}.`,
  'Plug in or create the other port (a VLAN, a bridge), or write the file by hand: docs/guide/intent.md.',
];

const headOf = (guesses: readonly Guess[]): readonly string[] => [
  'Guessed from the ports of this machine: look at each line, then jalur prove gateway.yaml and jalur plan gateway.yaml.',
  ...guesses
    .filter(({ role }) => role === 'unused')
    .map(
      ({ port, evidence }) =>
        `${port.name} is not used: it ${evidence.join(', ')}. A second line: isp2: ${port.name}`,
    ),
];

function noteOf({ port, role, evidence, route }: Guess): string {
  const reasons = `${port.name}: ${evidence.join('; ')}.`;
  if (role === 'lan')
    return `${reasons}\nIt will give addresses by DHCP; where another server does: dhcp: false.`;
  if (route && isUnsaid(route))
    return `${reasons}\nWhether by DHCP or by hand is not known: DHCP is assumed.`;
  return reasons;
}

const byDhcp = 16;
const byHand = 4;

const isUnsaid = ({ protocol }: NonNullable<Guess['route']>): boolean =>
  protocol !== byDhcp && protocol !== byHand;

function wanOf({ port, route }: Guess): unknown {
  const [address] = port.addresses;
  if (port.kind === 'ppp' || /^(?:ppp|wwan)\d/.test(port.name))
    return { interface: port.name, type: 'interface' };
  if (route?.protocol !== byHand || route.gateway === undefined || address === undefined) return port.name;
  return { interface: port.name, address, gateway: route.gateway };
}

function lanOf(guess: Guess | undefined, at: number): unknown {
  const { name = '', addresses: [address] = [] } = guess?.port ?? {};
  if (address === undefined && at === 0) return name;
  return { interface: name, address: address ?? `192.168.${88 + at}.1/24` };
}
