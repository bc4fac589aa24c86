import { noOrigin, type Origin, type Referred, type Router, referencesOf } from '../model/index.ts';

/** Where a name of one of these kinds is first spoken of. */
export function firstUse(router: Router, name: string, ...kinds: readonly Referred[]): Origin {
  const mentions = kinds.flatMap(kind =>
    referencesOf(router)
      .of(kind)
      .filter(named => named.name === name)
      .flatMap(({ definitions, uses }) => [...definitions, ...uses]),
  );
  return mentions[0]?.item.origin ?? noOrigin;
}
