/** What a packet is asked about by; what is absent is to be filled in. */
export interface Asked {
  readonly in?: string | undefined;
  readonly src?: string | undefined;
  readonly dst?: string | undefined;
  readonly protocol?: string | undefined;
  readonly srcPort?: string | number | undefined;
  readonly dstPort?: string | number | undefined;
  /** Why rules up to this line do not match. */
  readonly whyNot?: number | undefined;
}

/** The page that explains, with its form filled in. */
export function explainLink(asked: Asked): string {
  const given = Object.entries(asked).filter(([, value]) => value !== undefined && value !== '');
  const query = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
  return query === '' ? '/explain' : `/explain?${query}`;
}

/** One address of what a rule asks for: `!` and lists say nothing that a packet could have. */
export function oneAddress(text: string | undefined): string | undefined {
  if (text === undefined || /[!,-]/.test(text)) return undefined;
  const [address = '', length] = text.split('/');
  if (length === undefined || length === '32' || length === '128') return address;
  // The first host of a network: no packet is from the network itself.
  return address.replace(/\.0$/, '.1');
}

/** One port of what a rule asks for. */
export const onePort = (text: string | undefined): string | undefined => /^\d+/.exec(text ?? '')?.[0];
