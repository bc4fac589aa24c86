import { createRequire } from 'node:module';
import type * as Koffi from 'koffi';

let bridge: typeof Koffi | undefined;

/** The bridge to native code, loaded when it is first needed: that takes 15 ms, and most commands never need it. */
export function koffi(): typeof Koffi {
  bridge ??= createRequire(import.meta.url)('koffi') as typeof Koffi;
  return bridge;
}

let symbols: Koffi.LibraryHandle | undefined;

function bind<F>(definition: string): F {
  // Symbols come from the process itself, so glibc and musl both do.
  symbols ??= koffi().load(null);
  return symbols.func(definition) as unknown as F;
}

/**
 * A function of libc by its C prototype, bound at its first call. Only short calls and never koffi's asynchronous form:
 * a libuv pool thread would be in another network namespace than the caller.
 */
export function native<A extends readonly unknown[], R>(definition: string): (...parts: A) => R {
  let bound: ((...parts: A) => R) | undefined;
  return (...parts) => {
    bound ??= bind<(...parts: A) => R>(definition);
    return bound(...parts);
  };
}

/** errno of the last failed call on this thread. */
export const lastErrno = (): number => koffi().errno();
