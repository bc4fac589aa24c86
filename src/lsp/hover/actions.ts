import type { Action, ActionKind } from '../../model/index.ts';
import { printPorts } from '../../net/index.ts';
import type { InEveryLanguage, Language } from '../../text/index.ts';

type Of<K extends ActionKind> = Extract<Action, { readonly kind: K }>;
/** What happens to the packets that a rule takes, one entry for each action; undefined: as the text has it. */
type Actions = { readonly [K in ActionKind]?: (action: Of<K>) => string };

const range = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  from === to ? from : `${from}-${to}`;
const translated = ({
  toAddresses,
  toPorts,
}: Of<'src-nat' | 'dst-nat' | 'netmap' | 'same'>): string | undefined => {
  const parts = [toAddresses && range(toAddresses), toPorts && printPorts([toPorts])];
  const said = parts.filter(part => part !== undefined);
  return said.length === 0 ? undefined : `**${said.join(':')}**`;
};

const en: Actions = {
  accept: () => 'they are accepted, and no further rule of this table is asked',
  drop: () => 'they are dropped',
  reject: ({ with: answer }) => `they are rejected with ${answer}`,
  tarpit: () => 'TCP connections are held open and never answered (tarpit)',
  return: () => 'they go back to the chain that jumped here',
  jump: ({ target }) => `they go on in chain **${target}**`,
  log: () => 'they are logged',
  passthrough: () => 'they are only counted',
  notrack: () => 'their connection is not tracked',
  'fasttrack-connection': () =>
    'their connection is fast-tracked: most of its packets pass by mangle, queues and the rest of the firewall',
  'mark-connection': ({ mark }) => `their connection gets connection mark **${mark}**`,
  'mark-packet': ({ mark }) => `they get packet mark **${mark}**`,
  'mark-routing': ({ mark }) =>
    `they get routing mark **${mark}**: that table decides where they go, if it has a route for them`,
  'change-mss': ({ mss }) =>
    mss === 'clamp-to-pmtu' ? 'their TCP MSS is clamped to the path' : `their TCP MSS becomes ${mss}`,
  'change-ttl': ({ op, ttl }) => `their TTL is changed (${op} ${ttl})`,
  masquerade: () => 'their source becomes the address of the interface that they leave by',
  redirect: ({ toPorts }) =>
    `they go to the router itself${toPorts ? `, port ${printPorts([toPorts])}` : ''}`,
  'src-nat': action => `their source becomes ${translated(action) ?? 'another address'}`,
  'dst-nat': action => `their destination becomes ${translated(action) ?? 'another address'}`,
  netmap: action => `their network is mapped onto ${translated(action) ?? 'another one'}`,
  same: action => `their source becomes ${translated(action) ?? 'another address'}, the same for each client`,
  'add-src-to-address-list': ({ list }) => `their source is put on address list **${list}**`,
  'add-dst-to-address-list': ({ list }) => `their destination is put on address list **${list}**`,
};

const id: Actions = {
  accept: () => 'paket diterima, dan aturan lain dalam tabel ini tidak diperiksa lagi',
  drop: () => 'paket dibuang',
  reject: ({ with: answer }) => `paket ditolak dengan ${answer}`,
  tarpit: () => 'koneksi TCP ditahan terbuka tanpa pernah dijawab (tarpit)',
  return: () => 'paket kembali ke chain yang melompat ke sini',
  jump: ({ target }) => `paket dilanjutkan di chain **${target}**`,
  log: () => 'paket dicatat di log',
  passthrough: () => 'paket hanya dihitung',
  notrack: () => 'koneksinya tidak dilacak',
  'fasttrack-connection': () =>
    'koneksinya di-fasttrack: sebagian besar paketnya melewati mangle, queue dan sisa firewall',
  'mark-connection': ({ mark }) => `koneksinya mendapat connection mark **${mark}**`,
  'mark-packet': ({ mark }) => `paket mendapat packet mark **${mark}**`,
  'mark-routing': ({ mark }) =>
    `paket mendapat routing mark **${mark}**: tabel itu menentukan tujuannya, jika memiliki rute untuknya`,
  'change-mss': ({ mss }) =>
    mss === 'clamp-to-pmtu' ? 'MSS TCP disesuaikan dengan jalur' : `MSS TCP menjadi ${mss}`,
  'change-ttl': ({ op, ttl }) => `TTL diubah (${op} ${ttl})`,
  masquerade: () => 'alamat asalnya menjadi alamat interface yang dilewatinya keluar',
  redirect: ({ toPorts }) =>
    `paket diarahkan ke router sendiri${toPorts ? `, port ${printPorts([toPorts])}` : ''}`,
  'src-nat': action => `alamat asalnya menjadi ${translated(action) ?? 'alamat lain'}`,
  'dst-nat': action => `alamat tujuannya menjadi ${translated(action) ?? 'alamat lain'}`,
  netmap: action => `jaringannya dipetakan ke ${translated(action) ?? 'jaringan lain'}`,
  same: action => `alamat asalnya menjadi ${translated(action) ?? 'alamat lain'}, sama untuk setiap klien`,
  'add-src-to-address-list': ({ list }) => `alamat asalnya dimasukkan ke address list **${list}**`,
  'add-dst-to-address-list': ({ list }) => `alamat tujuannya dimasukkan ke address list **${list}**`,
};

const actions: InEveryLanguage<Actions> = { en, id };

const after = {
  en: { goesOn: 'then the next rule is asked', ends: 'no further rule of this table is asked' },
  id: {
    goesOn: 'lalu aturan berikutnya diperiksa',
    ends: 'aturan lain dalam tabel ini tidak diperiksa lagi',
  },
};

/** What a rule does with the packets that it takes, and whether further rules see them. */
export function actionText(action: Action, language: Language): string {
  const say = actions[language][action.kind] as ((action: Action) => string) | undefined;
  const what = say?.(action) ?? `\`action=${action.kind}\``;
  if (!('passthrough' in action)) return what;
  return `${what}; ${action.passthrough ? after[language].goesOn : after[language].ends}`;
}
