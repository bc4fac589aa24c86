import type { Interface, PlainItem, Router } from '../../model/index.ts';
import { parseDuration } from '../../net/index.ts';
import type { Said } from '../../text/index.ts';
import { type HostFile, type HostFiles, type SecretOf, section } from './host-file.ts';

const menu = '/interface wireguard';
const peersMenu = '/interface wireguard peers';
const folder = '/etc/systemd/network';

/** What a `.netdev` has beside its [NetDev] section, and the files with keys that it names. */
interface Tunnel extends HostFiles {
  readonly sections: string;
}

export const isWireguard = ({ origin }: Interface): boolean => origin.menu === menu;

/**
 * A tunnel for networkd (systemd.netdev(5)): its keys in files of their own, since nobody but root and networkd may read
 * them. Routes to what its peers have are the gateway's business.
 */
export function wireguard(item: Interface, { plain }: Router, secretOf: SecretOf, path: string): Tunnel {
  const own = keyFile(`${path}.key`, secretOf(item, 'private-key'));
  const peers = plain
    .filter(
      ({ menu: where, disabled, properties }) =>
        where === peersMenu && !disabled && properties['interface'] === item.name,
    )
    .map((peer, index) => peerOf(peer, secretOf, `${path}-peer${index + 1}.psk`, item.name));
  const lines = [
    `PrivateKeyFile=/etc/${path}.key`,
    `ListenPort=${item.properties['listen-port'] ?? usualPort}`,
  ];
  return {
    sections: `${section('WireGuard', lines)}${peers.map(({ sections }) => sections).join('')}`,
    files: [...own, ...peers.flatMap(({ files }) => files)],
    notes: [
      ...(own.length === 0 ? [noKey(item.name, `/etc/${path}.key`)] : []),
      ...peers.flatMap(({ notes }) => notes),
    ],
  };
}

/** docs/routeros.md#wireguard */
const usualPort = 13_231;

/** 32 bytes in Base64; networkd leaves out a section with another key. */
const isKey = (text: string | undefined): text is string =>
  text !== undefined && /^[A-Za-z0-9+/]{43}=$/.test(text);

const keyFile = (path: string, key: string | undefined): HostFile[] =>
  isKey(key) ? [{ path, text: `${key}\n`, content: 'key' }] : [];

const noKey = (name: string, file: string): Said => ({
  en: `The text holds no private key of ${name}. Export it on the router (RouterOS 7: export show-sensitive), or make a new one and give its public key to the peers: (umask 077; wg genkey > ${file}); wg pubkey < ${file}. Such an export has no preshared keys either: for a peer that has one, write it into a file and PresharedKeyFile= below its PublicKey.`,
  id: `Teks tidak memuat private key ${name}. Ekspor di router (RouterOS 7: export show-sensitive), atau buat yang baru dan berikan public key-nya ke peer: (umask 077; wg genkey > ${file}); wg pubkey < ${file}. Ekspor seperti itu juga tidak memuat preshared key: untuk peer yang punya, tulis ke sebuah file dan PresharedKeyFile= di bawah PublicKey-nya.`,
});

function peerOf(peer: PlainItem, secretOf: SecretOf, path: string, tunnel: string): Tunnel {
  const { 'public-key': key } = peer.properties;
  const who = `Peer ${named(peer)} of ${tunnel}`;
  if (!isKey(key))
    return {
      sections: '',
      files: [],
      notes: [
        {
          en: `${who} is left out: the text holds no public key of it.`,
          id: `${who} dilewati: teks tidak memuat public key-nya.`,
        },
      ],
    };
  const shared = secretOf(peer, 'preshared-key');
  const files = keyFile(path, shared);
  const lines = [
    `PublicKey=${key}`,
    ...files.map(() => `PresharedKeyFile=/etc/${path}`),
    ...whereabouts(peer),
  ];
  const isOdd = shared !== undefined && shared !== 'none' && files.length === 0;
  const notes = isOdd
    ? [
        {
          en: `${who} is without its preshared key: that of the text is not 32 bytes in Base64.`,
          id: `${who} tanpa preshared key: yang di teks bukan 32 byte dalam Base64.`,
        },
      ]
    : [];
  return { sections: section('WireGuardPeer', lines), files, notes };
}

const named = ({ properties, comment, origin }: PlainItem): string =>
  [properties['name'], comment].find(text => text) ?? `of line ${origin.span.start.line}`;

/** Where a peer is, and what is behind it. One that only answers is not called (docs/routeros.md#wireguard). */
function whereabouts({ properties }: PlainItem): string[] {
  const allowed = (properties['allowed-address'] ?? '').split(',').filter(isPrefix);
  const onlyAnswers = [properties['responder'], properties['is-responder']].includes('yes');
  const keepalive = Math.round((parseDuration(properties['persistent-keepalive'] ?? '0') ?? 0) / 1000);
  return [
    ...(allowed.length === 0 ? [] : [`AllowedIPs=${allowed.join(',')}`]),
    ...(onlyAnswers ? [] : endpoint(properties)),
    ...(onlyAnswers || keepalive === 0 ? [] : [`PersistentKeepalive=${keepalive}`]),
  ];
}

const isPrefix = (text: string): boolean => /^[\da-fA-F.:]+(?:\/\d+)?$/.test(text);

function endpoint({
  'endpoint-address': host = '',
  'endpoint-port': port = '0',
}: Readonly<Record<string, string>>): string[] {
  if (!/^[\w.:-]+$/.test(host) || port === '0') return [];
  return [`Endpoint=${host.includes(':') ? `[${host}]` : host}:${port}`];
}

/** Keys are written for their owner alone; networkd runs as a user of its own. */
export const keysNote = (files: readonly HostFile[]): Said[] =>
  files.some(({ content }) => content === 'key')
    ? [
        {
          en: `systemd-networkd reads keys as user systemd-network: in ${folder}: chown root:systemd-network jalur-*.key jalur-*.psk; chmod 640 jalur-*.key jalur-*.psk`,
          id: `systemd-networkd membaca kunci sebagai pengguna systemd-network: di ${folder}: chown root:systemd-network jalur-*.key jalur-*.psk; chmod 640 jalur-*.key jalur-*.psk`,
        },
      ]
    : [];
