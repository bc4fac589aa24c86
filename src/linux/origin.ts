import { type Origin, placeOf } from '../model/index.ts';
import { byteLength, clipStart } from './clip.ts';

/** The place of an item where long paths lose their head: nft comments hold 127 bytes. */
export function shortPlaceOf(origin: Origin): string {
  const { menu, span } = origin;
  const file = clipStart(span.file, 60);
  return placeOf(file === span.file ? origin : { menu, span: { ...span, file } });
}

/** Several places, their lines joined where the file is the same: `paper.rsc:15,16,17`. */
export function placesOf(origins: readonly Origin[]): string {
  const [first = '', ...rest] = origins.map(shortPlaceOf);
  const file = first.slice(0, first.lastIndexOf(':') + 1);
  if (first === '' || rest.some(place => !place.startsWith(file))) return first;
  return shorten([first, ...rest.map(place => place.slice(file.length))]);
}

/** At most about 120 bytes: the middle of a long list is left out. */
function shorten(parts: readonly string[]): string {
  const text = parts.join(',');
  return byteLength(text) <= 120 ? text : `${parts.slice(0, 6).join(',')},…,${parts.at(-1)}`;
}
