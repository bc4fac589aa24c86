/** A MAC address as RouterOS prints it: six upper-case hex octets joined by colons. */
export type Mac = string;

/** Canonical MAC, or undefined. Accepts `:` and `-` between octets. */
export function parseMac(text: string): Mac | undefined {
  return /^[0-9a-f]{2}([:-][0-9a-f]{2}){5}$/i.test(text)
    ? text.replaceAll('-', ':').toUpperCase()
    : undefined;
}
