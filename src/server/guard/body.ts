import { ApiProblem } from '../problem.ts';

/** Bytes of a request: texts of a configuration, or anything else. */
export const longestTexts = 8 << 20;
export const longestOther = 64 << 10;

const notJson = (why: string): ApiProblem =>
  new ApiProblem(400, 'web/not-json', `The body is not JSON: ${why}.`, 'Send one JSON value, as UTF-8.');

/** What was sent as JSON; undefined: nothing. A form of another page cannot send this type. */
export async function readJson(request: Request, longest: number): Promise<unknown> {
  const bytes = await readBytes(request, longest);
  if (bytes.length === 0) return undefined;
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(?:;\s*charset=utf-8\s*)?$/i.test(type))
    throw new ApiProblem(
      415,
      'web/not-json',
      'The body is not marked as JSON.',
      'Send Content-Type: application/json.',
    );
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw notJson(error instanceof SyntaxError ? 'its syntax is wrong' : 'its bytes are no UTF-8');
  }
}

async function readBytes(request: Request, longest: number): Promise<Uint8Array> {
  const tooLong = new ApiProblem(
    413,
    'web/too-long',
    `The body has more than ${longest} bytes.`,
    'Send less at once.',
    { hangUp: true },
  );
  if (Number(request.headers.get('content-length') ?? 0) > longest) throw tooLong;
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const part of request.body ?? []) {
      length += part.length;
      if (length > longest) throw tooLong;
      parts.push(part);
    }
  } catch (error) {
    // Nobody is there to read it; but it is no defect, and not logged as one.
    throw error === tooLong
      ? error
      : new ApiProblem(400, 'web/broken-off', 'The request broke off.', 'Send it again.');
  }
  return Buffer.concat(parts);
}
