import type { Intent, Lan } from '../normal/index.ts';
import type { Path } from '../path.ts';
import { addressLists, lists } from './names.ts';
import { inMenu, type Made, type Property } from './statement.ts';

const rule = inMenu('/ip firewall filter');

/** Ports of SMB, RPC and RDP, by which WannaCry and its like spread. */
const worm = { tcp: '135,137,139,445,3389', udp: '135,137,138,445' };

const known = 'established,related,untracked';

/** What may come to the gateway, and what may go through it. */
export const filterOf = (intent: Intent): readonly Made[] => [...inputOf(intent), ...forwardOf(intent)];

function inputOf(intent: Intent): readonly Made[] {
  const { isClosed, management } = intent;
  const guests = intent.lans
    .filter(({ isIsolated }) => isIsolated)
    .flatMap(lan =>
      guestInput(lan, { hasAnswers: isClosed || management !== undefined, hasPings: isClosed }),
    );
  if (!isClosed && !management) return guests;
  const from: Path = isClosed ? ['filters'] : ['management'];
  return [
    input(from, 'accept', 'answers to the gateway', ['connection-state', known]),
    input(from, 'drop', 'invalid', ['connection-state', 'invalid']),
    ...(isClosed ? [input(from, 'accept', 'ping', ['protocol', 'icmp'])] : []),
    ...(management ? managed(management.ports) : []),
    ...guests,
    ...(isClosed
      ? [input(from, 'drop', 'nothing else from the internet', ['in-interface-list', lists.wan])]
      : []),
  ];
}

/** What guests may ask of the gateway: addresses, names, the time, whether it is there. */
function guestInput(
  { interface: port, path }: Lan,
  before: { readonly hasAnswers: boolean; readonly hasPings: boolean },
): readonly Made[] {
  const at: Path = [...path, 'isolated'];
  const by: Property = ['in-interface', port];
  return [
    ...(before.hasAnswers ? [] : [input(at, 'accept', 'guests: answers', by, ['connection-state', known])]),
    ...(before.hasPings ? [] : [input(at, 'accept', 'guests: ping', by, ['protocol', 'icmp'])]),
    input(at, 'accept', 'guests: addresses, names, time', by, ['protocol', 'udp'], ['dst-port', '53,67,123']),
    input(at, 'accept', 'guests: names', by, ['protocol', 'tcp'], ['dst-port', '53']),
    input(at, 'drop', 'guests: nothing else of the gateway', by),
  ];
}

/** Guests reach the internet alone, nothing inside and nothing behind a tunnel; what is forwarded on purpose they reach as the internet does. */
const guestForward = ({ interface: port, path }: Lan): Made =>
  rule(
    [...path, 'isolated'],
    ['chain', 'forward'],
    ['action', 'drop'],
    ['connection-state', 'new'],
    ['connection-nat-state', '!dstnat'],
    ['in-interface', port],
    ['out-interface-list', `!${lists.wan}`],
    ['comment', 'guests: to the internet alone'],
  );

function managed(ports: readonly number[]): readonly Made[] {
  const service: readonly Property[] = [
    ['protocol', 'tcp'],
    ['dst-port', ports.join(','), ['management', 'ports']],
  ];
  const who: Property = ['src-address-list', addressLists.management, ['management', 'from']];
  return [
    input(['management'], 'accept', 'management', ...service, who),
    input(['management'], 'drop', 'nobody else manages it', ...service),
  ];
}

const input = (from: Path, action: string, comment: string, ...matchers: readonly Property[]): Made =>
  rule(from, ['chain', 'input'], ['action', action], ...matchers, ['comment', comment]);

const forward = (action: string, comment: string, ...matchers: readonly Property[]): Made =>
  rule(['filters'], ['chain', 'forward'], ['action', action], ...matchers, ['comment', comment]);

function forwardOf({ isClosed, isAgainstWorms, lans }: Intent): readonly Made[] {
  return [
    ...lans.filter(({ isIsolated }) => isIsolated).map(guestForward),
    ...(isAgainstWorms ? [...worms(lists.lan, lists.wan, 'out'), ...worms(lists.wan, lists.lan, 'in')] : []),
    ...(isClosed
      ? [
          forward('accept', 'known connections', ['connection-state', known]),
          forward('drop', 'invalid', ['connection-state', 'invalid']),
          forward(
            'drop',
            'from the internet only what is forwarded on purpose',
            ['connection-state', 'new'],
            ['connection-nat-state', '!dstnat'],
            ['in-interface-list', lists.wan],
          ),
        ]
      : []),
  ];
}

const worms = (by: string, to: string, where: string): readonly Made[] =>
  (['tcp', 'udp'] as const).map(protocol =>
    forward(
      'drop',
      `WannaCry ${protocol}, ${where}`,
      ['protocol', protocol],
      ['dst-port', worm[protocol]],
      ['in-interface-list', by],
      ['out-interface-list', to],
    ),
  );
