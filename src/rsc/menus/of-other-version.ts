import { type Gate, type RouterOsVersion, versionsWith } from '../../model/index.ts';
import type { Said } from '../syntax/index.ts';

const why: Said = {
  en: 'The router that the text is for refuses the line; here it is read as it was meant.',
  id: 'Router yang dituju teks ini menolak baris ini; di sini dibaca sesuai maksudnya.',
};

const todo: Said = {
  en: 'Remove it, or convert the text for the version that you have.',
  id: 'Hapus, atau konversi teksnya untuk versi yang Anda pakai.',
};

/** Something of another version than that of the text. */
export const ofOtherVersion = {
  what: (name: string, menu: string, gate: Gate, { text, dialect }: RouterOsVersion): Said => ({
    en: `${name} of ${menu} exists in RouterOS ${versionsWith(gate)}; this text is for ${text || dialect}.`,
    id: `${name} di ${menu} ada di RouterOS ${versionsWith(gate, 'id')}; teks ini untuk ${text || dialect}.`,
  }),
  ended: (name: string, menu: string, gate: Gate): { readonly what: Said; readonly do: Said } => ({
    what: {
      en: `${name} of ${menu} exists in RouterOS ${versionsWith(gate)}.`,
      id: `${name} di ${menu} ada di RouterOS ${versionsWith(gate, 'id')}.`,
    },
    do: {
      en: 'Remove it for a later version, which refuses the line.',
      id: 'Hapus untuk versi yang lebih baru, yang menolak baris ini.',
    },
  }),
  why,
  do: todo,
} as const;
