import { places } from './places.ts';

/** What a key does here, where no field has the focus. */
export type Deed =
  | { readonly kind: 'go'; readonly path: string }
  | { readonly kind: 'find' }
  | { readonly kind: 'help' }
  | { readonly kind: 'wait' };

/** `g o`, `/`, `?`; `before`: the key before it, if it was just pressed. */
export function deedOf(key: string, before: string | undefined): Deed | undefined {
  if (before === 'g') {
    const place = places.find(one => one.key === key);
    return place && { kind: 'go', path: place.path };
  }
  if (key === '/') return { kind: 'find' };
  if (key === '?') return { kind: 'help' };
  return key === 'g' ? { kind: 'wait' } : undefined;
}

/** Whether keys are text there, not deeds. */
export const takesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, [role="textbox"]') !== null);
