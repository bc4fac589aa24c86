import { type Action, isKeptAction, type Matcher } from '../../model/index.ts';
import type { PortRange } from '../../net/index.ts';
import { writeMatcher } from '../../rsc/index.ts';
import type { InEveryLanguage, Language } from '../../text/index.ts';

type NatKind = 'src-nat' | 'dst-nat' | 'netmap' | 'same';

const en = {
  leavesTable: (text: string) => `${text} and leaves the table`,
  'mark-connection': (mark: string) => `marks the connection ${mark}`,
  'mark-packet': (mark: string) => `marks the packet ${mark}`,
  'mark-routing': (mark: string) => `marks for table ${mark}`,
  accept: 'accepts it',
  drop: 'drops it (drop)',
  tarpit: 'drops it (tarpit)',
  reject: (how: string) => `rejects it with ${how}`,
  jump: (chain: string) => `jumps to chain ${chain}`,
  return: 'returns to the calling chain',
  log: 'logs it',
  passthrough: 'counts it',
  notrack: 'does not track its connection',
  'fasttrack-connection': 'fast-tracks the connection',
  masquerade: 'masquerades the connection',
  redirect: (port: string) => `redirects it to the router itself${port === '' ? '' : `, port ${port}`}`,
  nat: {
    'src-nat': (to: string) => `source NAT to ${to}`,
    'dst-nat': (to: string) => `destination NAT to ${to}`,
    netmap: (to: string) => `netmap to ${to}`,
    same: (to: string) => `source NAT (same) to ${to}`,
  },
  unchanged: 'the same address',
  'change-mss': (mss: string) => `sets the TCP MSS to ${mss}`,
  'change-dscp': (dscp: string) => `sets the DSCP to ${dscp}`,
  'change-ttl': {
    set: (ttl: number) => `sets the TTL to ${ttl}`,
    increment: (ttl: number) => `raises the TTL by ${ttl}`,
    decrement: (ttl: number) => `lowers the TTL by ${ttl}`,
  },
  'add-src-to-address-list': (list: string) => `puts its source on list ${list}`,
  'add-dst-to-address-list': (list: string) => `puts its destination on list ${list}`,
  kept: (kind: string) => `would do ${kind}, which jalur does not carry out`,
};

const id: typeof en = {
  leavesTable: text => `${text} lalu keluar dari tabel`,
  'mark-connection': mark => `memberi connection mark ${mark}`,
  'mark-packet': mark => `memberi packet mark ${mark}`,
  'mark-routing': mark => `memberi routing mark ${mark}`,
  accept: 'meloloskan paket (accept)',
  drop: 'membuang paket (drop)',
  tarpit: 'membuang paket (tarpit)',
  reject: how => `menolak paket dengan ${how}`,
  jump: chain => `lompat ke chain ${chain}`,
  return: 'kembali ke chain pemanggil',
  log: 'mencatat paket (log)',
  passthrough: 'menghitung paket',
  notrack: 'koneksinya tidak dilacak (notrack)',
  'fasttrack-connection': 'koneksinya di-fasttrack',
  masquerade: 'koneksinya di-masquerade',
  redirect: port => `dialihkan ke router sendiri${port === '' ? '' : `, port ${port}`}`,
  nat: {
    'src-nat': to => `NAT alamat asal ke ${to}`,
    'dst-nat': to => `NAT alamat tujuan ke ${to}`,
    netmap: to => `netmap ke ${to}`,
    same: to => `NAT alamat asal (same) ke ${to}`,
  },
  unchanged: 'alamat yang sama',
  'change-mss': mss => `mengubah TCP MSS menjadi ${mss}`,
  'change-dscp': dscp => `mengubah DSCP menjadi ${dscp}`,
  'change-ttl': {
    set: ttl => `mengubah TTL menjadi ${ttl}`,
    increment: ttl => `menaikkan TTL ${ttl}`,
    decrement: ttl => `menurunkan TTL ${ttl}`,
  },
  'add-src-to-address-list': list => `memasukkan alamat asal ke address-list ${list}`,
  'add-dst-to-address-list': list => `memasukkan alamat tujuan ke address-list ${list}`,
  kept: kind => `seharusnya ${kind}, yang tidak dijalankan oleh jalur`,
};

const words: InEveryLanguage<typeof en> = { en, id };

/** What an action does, as a sentence without a subject: `marks the connection ISP1_conn`. */
export function actionText(action: Action, language: Language): string {
  const text = isKeptAction(action) ? words[language].kept(action.kind) : bareText(action, language);
  return 'passthrough' in action && !action.passthrough ? words[language].leavesTable(text) : text;
}

function bareText(action: Action, language: Language): string {
  const say = words[language];
  switch (action.kind) {
    case 'accept':
    case 'drop':
    case 'tarpit':
    case 'return':
    case 'log':
    case 'passthrough':
    case 'notrack':
    case 'fasttrack-connection':
    case 'masquerade':
      return say[action.kind];
    case 'mark-connection':
    case 'mark-packet':
    case 'mark-routing':
      return say[action.kind](action.mark);
    case 'reject':
      return say.reject(action.with);
    case 'jump':
      return say.jump(action.target);
    case 'redirect':
      return say.redirect(portsText(action.toPorts));
    case 'src-nat':
    case 'dst-nat':
    case 'netmap':
    case 'same':
      return say.nat[action.kind](targetText(action, say.unchanged));
    case 'change-mss':
      return say['change-mss'](`${action.mss}`);
    case 'change-dscp':
      return say['change-dscp'](`${action.dscp}`);
    case 'change-ttl':
      return say['change-ttl'][action.op](action.ttl);
    case 'add-src-to-address-list':
    case 'add-dst-to-address-list':
      return say[action.kind](action.list);
    default:
      return say.kept(action.kind);
  }
}

/** `10.5.50.6:3389`, `10.0.0.1-10.0.0.9`. */
function targetText(
  { toAddresses, toPorts }: Extract<Action, { readonly kind: NatKind }>,
  unchanged: string,
): string {
  const { from, to } = toAddresses ?? { from: unchanged, to: unchanged };
  const port = portsText(toPorts);
  return `${from === to ? from : `${from}-${to}`}${port === '' ? '' : `:${port}`}`;
}

const portsText = (ports: PortRange | undefined): string => {
  if (!ports) return '';
  return ports.from === ports.to ? `${ports.from}` : `${ports.from}-${ports.to}`;
};

/** A matcher as RouterOS writes it: `dst-port=!80,443`. */
export function matcherText(matcher: Matcher): string {
  return `${matcher.kind}=${writeMatcher(matcher)}`;
}
