import { describe, expect, it } from 'vitest';
import { menus, readRouterOs } from './index.ts';
import { typeInIndonesian } from './types/index.ts';

const found = (text: string, language: 'en' | 'id') =>
  readRouterOs(text, { file: 'office.rsc', language }).diagnostics;

/** Many mistakes: each kind that a text can have without more. */
const wrong = `# 2024-01-01 00:00:00 by RouterOS 7.15.3
ISP1 is the first line
/ip adress add address=10.0.0.1/24 interface=ether1
/ip address
add address=10.0.0.1/33 interface=ether1
add adress=10.0.0.2/24 interface=ether1
add address=10.0.0.3/24 interface=ether1 broadcast=10.0.0.255 address=10.0.0.4/24
add interface=ether1
add address=10.0.0.5/24 interface=Ether1
add address=<your-ip>/24 interface=ether1
set 0 disabled=yes
set *1 disabled=yes
set nobody disabled=yes
set disabled=yes
/ip firewall filter
add chain=input action=dropp
add chain=input action=jump
add chain=input dst-port=80 action=drop
add chain=input protocol=tcp out-interface=ether1 action=drop
add chain=input src-address-list=nobody action=drop word
add chain=input co=x action=drop
/ip route
add routing-mark=x gateway=10.0.0.9
/ip dhcp-server
add name=a address-pool=nowhere interface=ether1
/ip pool
add name=b ranges=10.0.0.7
add name="unclosed
/tool sniffer
set file-name=x
/system clock print
:put [/ip address get 0
/interface bridge port
add interface=ether3
/ip dns allow-remote-requests=yes
/ip dns frobnicate
add name=q
`;

describe('what the reader says', () => {
  it('in Indonesian → the same findings at the same places, each sentence another', () => {
    const [english, indonesian] = [found(wrong, 'en'), found(wrong, 'id')];
    const placeOf = ({ id, severity, span }: (typeof english)[number]) => [id, severity, span.start.offset];
    expect(indonesian.map(placeOf)).toEqual(english.map(placeOf));
    expect(new Set(english.map(({ id }) => id)).size).toBeGreaterThanOrEqual(20);
    english.forEach((one, at) => {
      const other = indonesian[at];
      expect(other?.what).not.toBe(one.what);
      for (const part of ['why', 'do'] as const) {
        expect(other?.[part] === undefined).toBe(one[part] === undefined);
        if (one[part] !== undefined) expect(other?.[part]).not.toBe(one[part]);
      }
    });
  });

  it('without a language → English', () =>
    expect(readRouterOs(wrong, { file: 'office.rsc' }).diagnostics).toEqual(found(wrong, 'en')));
});

/** What the console itself writes, the same in all languages. */
const ofConsole =
  /^(?:interface|IPv4|IPv6|mask|list|mark|port|gateway|realm|protocol|headers|exact|contains|type|code|burst|mode|expire|host|prefix|IP|MAC|DNS|none|dynamic|static|clamp|to|pmtu|set|increment|decrement|n|dscp|from|priority|high|bits|in|out|ipsec)$/;
const ofIndonesian = new Set(
  'boleh beberapa dengan koma alamat jaringan rentang panjang bobot rendah tinggi pola nama teks waktu kecepatan angka tabel jarak jeda jumlah koneksi perbandingan kolom penyebut sisa setiap paket hari atau jenis status hotspot flag'.split(
    ' ',
  ),
);

it.each([
  ...new Set(menus.flatMap(({ attributes }) => Object.values(attributes).map(({ type }) => type.name))),
])('the value type %s → no English word is left', name => {
  // Words of the console alone are the same in every language.
  if (/ \| /.test(name)) return;
  const words = typeInIndonesian(name).match(/[A-Za-z]{3,}\d*/g) ?? [];
  expect(words.filter(word => !ofConsole.test(word) && !ofIndonesian.has(word))).toEqual([]);
});
