/** A value that changes often, and who follows it: told once a frame, however often it changed. */
export interface Store<T> {
  readonly get: () => T;
  readonly set: (next: T) => void;
  readonly follow: (told: () => void) => () => void;
}

/** `frame`: what calls back before the next picture; a hidden page has none, and renders nothing. */
export function createStore<T>(
  first: T,
  frame: (then: () => void) => void = then => requestAnimationFrame(then),
): Store<T> {
  let value = first;
  let waits = false;
  const followers = new Set<() => void>();
  const tell = (): void => {
    waits = false;
    for (const told of followers) told();
  };
  return {
    get: () => value,
    set: next => {
      if (Object.is(next, value)) return;
      value = next;
      if (!waits) frame(tell);
      waits = true;
    },
    follow: told => {
      followers.add(told);
      return () => followers.delete(told);
    },
  };
}
