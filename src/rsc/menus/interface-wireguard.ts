import { existsIn, type Gate, type Interface, makeInterface, type Router } from '../../model/index.ts';
import { duration, integer, interfaceName, name } from '../types/index.ts';
import { list, losable, optional, required } from './define.ts';
import { mtu } from './interface-kind.ts';
import type { Menu } from './menu.ts';
import { plainList } from './plain.ts';

const only: Gate = { dialect: 'v7' };
const path = '/interface wireguard';

const tunnels = ({ interfaces }: Router): readonly Interface[] =>
  interfaces.filter(({ origin }) => origin.menu === path);

const menu = list({
  path,
  only,
  names: 'wireguard',
  attributes: { name: required(name), mtu: optional(mtu), 'listen-port': optional(integer(0, 65_535)) },
  others: 'private-key vrf',
  into: draft => draft.interfaces,
  from: tunnels,
  write: ({ name: named, mtu: size, properties }) => ({
    name: named,
    mtu: size,
    'listen-port': portIn(properties['listen-port']),
  }),
  read: ({ name: named, mtu: size, 'listen-port': port }, { properties, ...common }) =>
    makeInterface({
      name: named,
      kind: 'other',
      mtu: size,
      ...common,
      properties: { ...properties, ...(port !== undefined && { 'listen-port': `${port}` }) },
    }),
});

const portIn = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text);

/** RouterOS 6 has no WireGuard, and nothing in its place: every tunnel is lost there. */
export const interfaceWireguard: Menu = {
  ...menu,
  losses: (router, version) =>
    existsIn(only, version)
      ? menu.losses(router, version)
      : tunnels(router).map(({ name: text, origin }) => ({
          menu: path,
          property: 'name',
          text,
          gate: only,
          origin,
        })),
};

export const interfaceWireguardPeers = plainList({
  path: '/interface wireguard peers',
  only,
  attributes: {
    name: optional(name),
    interface: losable(interfaceName),
    'endpoint-port': optional(integer(0, 65_535)),
    'persistent-keepalive': optional(duration),
  },
  others: `allowed-address client-address client-allowed-address client-dns client-endpoint client-keepalive
    client-listen-port endpoint-address is-responder preshared-key private-key public-key responder`,
});
