import { describe, expect, it } from 'vitest';
import { menuSchema, menus } from '../rsc/index.ts';
import { newInV7, onlyV6, onlyV7 } from './one-version.ts';
import { lacksMenu, lacksProperty } from './targets.ts';

const version = (dialect: 'v6' | 'v7', minor?: number) =>
  ({ dialect, text: '', evidence: [], ...(minor !== undefined && { minor }) }) as const;

describe('lists by hand', () => {
  it('menus of one version: the listings or the model decide → not in the list', () => {
    const decided = [...onlyV7, ...onlyV6].filter(
      menu =>
        menuSchema.get(menu)?.gate.minor !== undefined ||
        menus.find(({ path }) => path === menu)?.only !== undefined,
    );
    expect(decided).toEqual([]);
    expect(onlyV6.filter(menu => menuSchema.has(menu))).toEqual([]);
  });

  it('properties of RouterOS 7: the listings decide → not in the list', () => {
    const decided = Object.entries(newInV7).flatMap(([menu, names]) =>
      [...(menuSchema.get(menu)?.properties ?? [])].flatMap(([name, { minor }]) =>
        minor !== undefined && names.test(name) && !name.startsWith('cake-') ? [`${menu} ${name}`] : [],
      ),
    );
    expect(decided.filter(one => !one.startsWith('/tool netwatch '))).toEqual([]);
  });
});

describe('what a version lacks', () => {
  it.each([
    ['/ip dns adlist', version('v6'), 'exists in RouterOS 7.15 and later'],
    ['/ip dns adlist', version('v7', 14), 'exists in RouterOS 7.15 and later'],
    ['/ip dns adlist', version('v7'), undefined],
    ['/interface wireguard peers', version('v6'), 'exists in RouterOS 7 only'],
    ['/ip route rule', version('v7'), 'exists in RouterOS 6 only'],
    ['/interface wireless', version('v6'), undefined],
    ['/interface wireless', version('v7', 10), undefined],
    ['/ip address', version('v6'), undefined],
  ] as const)('%s, %o → %s', (menu, target, lack) => {
    expect(lacksMenu({ menu, name: 'add' }, target)?.en).toBe(lack);
  });

  it.each([
    ['/ip hotspot active', 'remove', undefined],
    ['/ip hotspot active', 'find', undefined],
    ['/ip hotspot active', '', undefined],
    ['/ip hotspot active', 'add', 'exists in RouterOS 7.20 and earlier'],
    ['/interface wifiwave2', 'find', 'exists in RouterOS 7.12 and earlier'],
  ] as const)('a menu that the router fills: %s %s, 7.24 → %s', (menu, name, lack) => {
    expect(lacksMenu({ menu, name }, version('v7', 24))?.en).toBe(lack);
  });

  it.each([
    ['/ip dns', 'doh-max-server-connections', version('v6'), 'exists in RouterOS 7 only'],
    ['/ip route', 'bgp-as-path', version('v7'), 'is none of RouterOS 7'],
    ['/ip route', 'bgp-as-path', version('v6'), undefined],
    ['/ip route', 'bgp-as-path', version('v7', 4), undefined],
    ['/ip address', 'address', version('v7'), undefined],
    ['/ip cloud', 'back-to-home-vpn', version('v7'), undefined],
    ['/ip cloud', 'back-to-hom', version('v7'), 'is none of RouterOS 7'],
  ] as const)('%s %s, %o → %s', (menu, property, target, lack) => {
    expect(lacksProperty({ menu, name: 'add' }, property, target)?.en).toBe(lack);
  });
});
