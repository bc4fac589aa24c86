/** Does an If-None-Match name this ETag? It is a list, and proxies that compress mark what they pass on as weak (RFC 9110, 13.1.2). */
export const isStill = (etag: string, asked: string | undefined): boolean =>
  asked !== undefined &&
  (asked.trim() === '*' || asked.split(',').some(one => one.trim().replace(/^W\//, '') === etag));
