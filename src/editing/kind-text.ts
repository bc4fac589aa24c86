import type { InEveryLanguage, Language } from '../text/index.ts';
import type { NameKind } from './kinds.ts';

/** Menus of RouterOS are called the same in both languages. */
const en: Readonly<Record<NameKind, string>> = {
  'address-list': 'address list',
  chain: 'chain',
  'connection-mark': 'connection mark',
  'dhcp-server': 'DHCP server',
  interface: 'interface',
  'interface-list': 'interface list',
  'packet-mark': 'packet mark',
  pool: 'pool',
  queue: 'queue',
  'queue-type': 'queue type',
  script: 'script',
  table: 'routing table',
};

const id: typeof en = { ...en, 'queue-type': 'tipe queue', script: 'skrip', table: 'tabel routing' };

const words: InEveryLanguage<typeof en> = { en, id };

/** The word for a kind. */
export const kindText = (kind: NameKind, language: Language): string => words[language][kind];
