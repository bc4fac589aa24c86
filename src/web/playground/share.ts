/** What a link carries. */
export interface Shared {
  readonly file: string;
  readonly text: string;
  readonly leases: string;
}

/** Mail, chat and browsers cut longer links. */
export const longest = 16_000;
/** What a link may unpack to: a small one could stand for gigabytes. */
const mostBytes = 4 << 20;
const prefix = 'v1=';

/** The part of a link behind its `#`. */
export async function toFragment(shared: Shared): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(shared));
  const packed = new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw')));
  return prefix + toBase64(new Uint8Array(await packed.arrayBuffer()));
}

/** What a link carries; undefined where it carries nothing, null where it is damaged. */
export async function fromFragment(fragment: string): Promise<Shared | null | undefined> {
  const code = fragment.replace(/^#/, '');
  if (!code.startsWith(prefix)) return undefined;
  try {
    const bytes = fromBase64(code.slice(prefix.length));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    const found: unknown = JSON.parse(await limited(stream));
    return isShared(found) ? found : null;
  } catch {
    return null;
  }
}

async function limited(stream: ReadableStream<Uint8Array>): Promise<string> {
  const reader = stream.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > mostBytes) throw new Error('too large');
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}

function isShared(value: unknown): value is Shared {
  if (typeof value !== 'object' || value === null) return false;
  const { file, text, leases } = value as Record<string, unknown>;
  return [file, text, leases].every(one => typeof one === 'string');
}

const toBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0));
