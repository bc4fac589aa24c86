import type { Router } from '../../model/index.ts';
import { canonicalIpv4, type Ipv4, isIpv4 } from '../../net/index.ts';
import { nearest } from '../../rsc/index.ts';
import type { Complain } from './complain.ts';

interface Host {
  readonly name: string;
  readonly address: Ipv4;
}

/** Names that a text gives to addresses: of `/ip dns static`, then what leases are called. */
function hostsOf({ dnsStatic, dhcpLeases }: Router): Host[] {
  const named = dnsStatic.map(({ name, address, disabled }) => ({ names: [name], address, disabled }));
  const leased = dhcpLeases.map(({ comment, properties, address, disabled }) => ({
    names: [comment, properties['host-name']],
    address,
    disabled,
  }));
  return [...named, ...leased].flatMap(({ names, address, disabled }) =>
    disabled || address === undefined || !isIpv4(address)
      ? []
      : names.flatMap(name => (name ? [{ name, address }] : [])),
  );
}

/** The address that a word means; undefined where it means none, which has been said then. */
export function findAddress(router: Router, option: string, word: string, say: Complain): Ipv4 | undefined {
  const address = canonicalIpv4(word);
  if (address !== undefined) return address;
  const hosts = hostsOf(router);
  const wanted = word.toLowerCase();
  const found = hosts.find(({ name }) => name.toLowerCase() === wanted)?.address;
  if (found === undefined) complain(option, word, hosts, say);
  return found;
}

function complain(option: string, word: string, hosts: readonly Host[], say: Complain): void {
  const names = [...new Set(hosts.map(({ name }) => name))];
  const some = names.slice(0, 20).join(', ');
  say(
    {
      en: `${option} ${word} is no IPv4 address such as 192.168.0.10 and no host that the text names.${nearest(word, names).en}`,
      id: `${option} ${word} bukan alamat IPv4 seperti 192.168.0.10 dan bukan host yang disebut teks.${nearest(word, names).id}`,
    },
    {
      en: `Hosts (/ip dns static, comments of DHCP leases): ${some || 'none'}`,
      id: `Host (/ip dns static, comment lease DHCP): ${some || 'tidak ada'}`,
    },
  );
}
