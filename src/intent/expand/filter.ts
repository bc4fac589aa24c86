import type { Intent } from '../normal/index.ts';
import type { Path } from '../path.ts';
import { addressLists, lists } from './names.ts';
import { inMenu, type Made, type Property } from './statement.ts';

const rule = inMenu('/ip firewall filter');

/** Ports of SMB, RPC and RDP, by which WannaCry and its like spread. */
const worm = { tcp: '135,137,139,445,3389', udp: '135,137,138,445' };

const known = 'established,related,untracked';

/** What may come to the gateway, and what may go through it. */
export const filterOf = (intent: Intent): readonly Made[] => [...inputOf(intent), ...forwardOf(intent)];

function inputOf({ isClosed, management }: Intent): readonly Made[] {
  if (!isClosed && !management) return [];
  const from: Path = isClosed ? ['filters'] : ['management'];
  return [
    input(from, 'accept', 'answers to the gateway', ['connection-state', known]),
    input(from, 'drop', 'invalid', ['connection-state', 'invalid']),
    ...(isClosed ? [input(from, 'accept', 'ping', ['protocol', 'icmp'])] : []),
    ...(management ? managed(management.ports) : []),
    ...(isClosed
      ? [input(from, 'drop', 'nothing else from the internet', ['in-interface-list', lists.wan])]
      : []),
  ];
}

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

function forwardOf({ isClosed, isAgainstWorms }: Intent): readonly Made[] {
  return [
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
