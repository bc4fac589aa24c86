import { protocolNumber, serviceNamed, serviceNames } from '../../net/index.ts';
import { nearest } from '../../rsc/index.ts';
import type { Said } from '../../text/index.ts';

/** A value, or a sentence that says why it is none. */
export type Asked<T> = { readonly value: T } | { readonly wrong: Said };

/** A port, with the protocol where a service names it. */
export interface AskedPort {
  readonly port: number;
  readonly protocol?: string | undefined;
}

/** A protocol, with the port where a service names both. */
export interface AskedProtocol {
  readonly protocol: string;
  readonly port?: number | undefined;
}

/** A port of TCP or UDP. */
export function askedPort(text: string): Asked<number> {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return value <= 65_535
    ? { value }
    : { wrong: { en: 'It is a port from 0 to 65535.', id: 'Port dari 0 sampai 65535.' } };
}

/** `443`, `https`. */
export function askedServicePort(text: string): Asked<AskedPort> {
  const service = serviceNamed(text);
  if (service) return { value: service };
  const port = /^\d+$/.test(text) ? askedPort(text) : undefined;
  if (port) return 'value' in port ? { value: { port: port.value } } : port;
  return {
    wrong: {
      en: `It is a port from 0 to 65535, or a service such as https.${nearest(text, serviceNames).en}`,
      id: `Port dari 0 sampai 65535, atau layanan seperti https.${nearest(text, serviceNames).id}`,
    },
  };
}

/** `tcp`, `icmp`, `dns`. */
export function askedProtocol(text: string): Asked<AskedProtocol> {
  if (protocolNumber(text) !== undefined) return { value: { protocol: text } };
  const service = serviceNamed(text);
  if (service) return { value: service };
  return {
    wrong: {
      en: `It is tcp, udp, icmp or another IP protocol, or a service such as dns.${nearest(text, serviceNames).en}`,
      id: `tcp, udp, icmp, atau protokol IP lain, atau layanan seperti dns.${nearest(text, serviceNames).id}`,
    },
  };
}

/** `limit=below`, `limit@12=above`: what is open, and the answer to it. */
export function askedAssumption(text: string): Asked<readonly [string, string]> {
  const [, question, answer] = /^([a-z0-9-]+(?:@\d+)?)=(.+)$/.exec(text) ?? [];
  return question === undefined || answer === undefined
    ? {
        wrong: {
          en: 'It is a question and an answer, such as limit=above.',
          id: 'Sebuah pertanyaan dan jawabannya, seperti limit=above.',
        },
      }
    : { value: [question, answer] };
}
