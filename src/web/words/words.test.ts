import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Words } from './said.ts';

/** The same in both languages: names of the field and of menus, which nobody translates. */
const same =
  /^(?:mangle|nat|filter|overview|lab|wan|wans|hosts|host|port|rtt|jitter|flags|gateway|gatewayNode|internet|routesOf\w+|chain|about|isSo|sessionText|token|gateway)$/;

const files = readdirSync(new URL('.', import.meta.url)).filter(
  name => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'said.ts',
);

describe.each(files)('the words of %s', file => {
  it('are said in both languages, filled with the same values, and are not each other', async () => {
    const areas: Record<string, Words> = await import(/* @vite-ignore */ `./${file}`);
    const all = Object.values(areas).flatMap(area => Object.entries(area));
    expect(all.length).toBeGreaterThan(0);
    const wrong = all.filter(([key, { en, id }]) => {
      if (typeof en === 'function' || typeof id === 'function')
        return typeof en !== typeof id || (en as () => string).length !== (id as () => string).length;
      return en.trim() === '' || id.trim() === '' || (en === id && !same.test(key));
    });
    expect(wrong.map(([key]) => key)).toEqual([]);
  });
});
