import { z } from 'zod';
import { isPppWord } from '../../linux/index.ts';
import { parseIpv4, parseIpv4Interface, parseMac, parsePorts, parseRate } from '../../net/index.ts';
import { says } from './says.ts';

// Values of an intent. Each pattern is for editors as well; what a pattern cannot say is checked behind it.

/** A name of ours: it becomes part of marks, tables and comments. */
export const nameText = z.string().regex(
  /^[A-Za-z][A-Za-z0-9_-]{0,23}$/,
  says({
    en: 'is not a name: a letter, then up to 23 letters, digits, - or _',
    id: 'bukan nama: satu huruf, lalu paling banyak 23 huruf, angka, - atau _',
  }),
);

/** An interface by its name, as `ip link` or the router shows it. */
export const interfaceText = z
  .string()
  .regex(
    /^(?! )(?![\d.:/]+$)(?:[^\p{C}\p{Z}"\\$?]| ){1,64}(?<! )$/u,
    says({
      en: 'is not the name of an interface (ether1, eth0, ppp0)',
      id: 'bukan nama interface (ether1, eth0, ppp0)',
    }),
  )
  .meta({ description: 'An interface by its name, as `ip link` shows it.' });

const octet = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const ipv4 = `${octet}(?:\\.${octet}){3}`;

export const addressText = z
  .string()
  .regex(
    new RegExp(`^${ipv4}$`),
    says({ en: 'is not an IPv4 address (192.0.2.1)', id: 'bukan alamat IPv4 (192.0.2.1)' }),
  )
  .refine(
    text => parseIpv4(text) !== undefined,
    says({ en: 'is not an IPv4 address (192.0.2.1)', id: 'bukan alamat IPv4 (192.0.2.1)' }),
  );

const cidr = (message: string) =>
  z
    .string()
    .regex(new RegExp(`^${ipv4}/(?:3[0-2]|[12]?\\d)$`), message)
    .refine(text => parseIpv4Interface(text) !== undefined, message);

/** An address with the length of its network. */
export const ownAddressText = cidr(
  says({
    en: 'is not an address with the length of its network (192.168.0.1/24)',
    id: 'bukan alamat dengan panjang jaringannya (192.168.0.1/24)',
  }),
);

export const networkText = cidr(
  says({ en: 'is not a network (192.168.0.0/24)', id: 'bukan jaringan (192.168.0.0/24)' }),
);

/** A network, or one host. */
export const sourceText = z
  .string()
  .regex(
    new RegExp(`^${ipv4}(?:/(?:3[0-2]|[12]?\\d))?$`),
    says({ en: 'is not an address or a network', id: 'bukan alamat atau jaringan' }),
  )
  .refine(
    text => parseIpv4Interface(text) !== undefined,
    says({ en: 'is not an address or a network', id: 'bukan alamat atau jaringan' }),
  );

export const poolText = z.string().regex(
  new RegExp(`^${ipv4}-${ipv4}$`),
  says({
    en: 'is not a range of addresses (192.168.0.100-192.168.0.199)',
    id: 'bukan rentang alamat (192.168.0.100-192.168.0.199)',
  }),
);

/** A word that pppd takes: 255 bytes, at most four to a letter, and nothing that cannot be seen. */
export const pppText = z
  .string(says({ en: 'is not a text: put it into quotes', id: 'bukan teks: beri tanda kutip' }))
  .min(1)
  .max(128)
  .regex(
    /^[^\p{Cc}]*$/u,
    says({
      en: 'holds a line end or another sign that cannot be seen',
      id: 'berisi akhir baris atau tanda lain yang tidak terlihat',
    }),
  )
  .refine(isPppWord, says({ en: 'is longer than 255 bytes', id: 'lebih panjang dari 255 byte' }));

export const macText = z
  .string()
  .regex(
    /^[0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){5}$/,
    says({ en: 'is not a MAC address (AA:BB:CC:00:11:22)', id: 'bukan alamat MAC (AA:BB:CC:00:11:22)' }),
  )
  .refine(
    text => parseMac(text) !== undefined,
    says({ en: 'is not a MAC address (AA:BB:CC:00:11:22)', id: 'bukan alamat MAC (AA:BB:CC:00:11:22)' }),
  );

const rate = '\\d+(?:\\.\\d+)?[kKmMgG]?';
const rateMessage = says({
  en: 'is not a rate (512k, 100M), or one up and one down (20M/100M)',
  id: 'bukan kecepatan (512k, 100M), atau upload dan download (20M/100M)',
});
const isRate = (text: string): boolean =>
  text.split('/').every(part => (parseRate(part) ?? 0) > 0 && (parseRate(part) ?? 0) <= 1e12);

/** Bits per second: of both directions, or `upload/download`. */
export const rateText = z
  .string()
  .regex(new RegExp(`^${rate}(?:/${rate})?$`), rateMessage)
  .refine(
    isRate,
    says({
      en: 'is not a rate between 1 bit/s and 1 Tbit/s',
      id: 'bukan kecepatan antara 1 bit/s dan 1 Tbit/s',
    }),
  )
  .meta({ description: 'Bits per second: 512k, 100M, or upload/download: 20M/100M.' });

const portMessage = says({
  en: 'is not a port (443), or a range of ports (8000-8010)',
  id: 'bukan port (443) atau rentang port (8000-8010)',
});
const isPort = (text: string): boolean => {
  const [range, ...more] = parsePorts(text) ?? [];
  return range !== undefined && more.length === 0 && range.from >= 1;
};

export const portsValue = z.union([
  z.int(portMessage).min(1).max(65_535),
  z
    .string()
    .regex(/^\d{1,5}(?:-\d{1,5})?$/, portMessage)
    .refine(isPort, portMessage),
]);

export const durationText = z
  .string()
  .regex(
    /^(?:\d{1,4}[wdhms]){1,5}$/,
    says({ en: 'is not a time (30m, 1h, 1d)', id: 'bukan waktu (30m, 1h, 1d)' }),
  )
  .meta({ description: 'A time: 30m, 1h, 1d.' });
