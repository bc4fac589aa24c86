/** What a file holds as text, or why it is none. */
export type FileText = { readonly text: string } | { readonly wrong: 'fileBad' | 'fileBig' };

const mostBytes = 4 << 20;

/** Reads a file as UTF-8 or UTF-16 by its mark, else as Latin-1, as the command does. */
export async function textOfFile(file: File): Promise<FileText> {
  if (file.size > mostBytes) return { wrong: 'fileBig' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = decode(bytes);
  return text.includes('\0') ? { wrong: 'fileBad' } : { text: oldMac(text) };
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('iso-8859-1').decode(bytes);
  }
}

const oldMac = (text: string): string =>
  text.includes('\r') && !text.includes('\n') ? text.replaceAll('\r', '\n') : text;
