import { type Change, type Changed, type Mend, set } from './change.ts';

/** The name that was meant, put into these properties, alone or in a `value`: a person has to say whether it was. */
export const respelt = (
  items: readonly { readonly item: Changed; readonly property: string }[],
  name: string,
  value = name,
): Mend => ({
  changes: items.map(({ item, property }): Change => set(item, property, value)),
  isSafe: false,
  note: {
    en: `It is taken for a slip of the pen for "${name}".`,
    id: `Ini dianggap salah tulis untuk "${name}".`,
  },
});
