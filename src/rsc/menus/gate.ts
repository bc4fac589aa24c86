import type { RouterOsVersion } from '../../model/index.ts';
import type { Gate } from './menu.ts';

/** Is a property with this gate known to that version? An unknown minor is taken for a new one. */
export function isAllowed(only: Gate | undefined, { dialect, minor }: RouterOsVersion): boolean {
  if (!only) return true;
  return only.dialect === dialect && (only.minor === undefined || minor === undefined || minor >= only.minor);
}
