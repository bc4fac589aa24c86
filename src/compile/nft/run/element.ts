import { isDeviceName } from '../../../linux/index.ts';
import {
  type AddressMatch,
  type FirewallRule,
  isInterfaceGroup,
  type Matcher,
} from '../../../model/index.ts';
import {
  ipv4ToNumber,
  isDefault,
  isIpv4,
  isIpv4Prefix,
  prefixRange,
  protocolNumber,
} from '../../../net/index.ts';
import { quote, range } from '../condition.ts';
import { printAddress } from '../print-address.ts';
import { fixedProtocol, nftProtocol, portKeyword } from '../protocol.ts';

/** Kinds of matchers whose values a set can hold. */
export const keyKinds = [
  ...(['protocol', 'in-interface', 'out-interface', 'src-address', 'dst-address'] as const),
  ...(['src-port', 'dst-port'] as const),
] as const;
export type KeyKind = (typeof keyKinds)[number];

/** A value of one field, as nft writes it; numbers from…to where it has an order. */
export interface FieldValue {
  readonly text: string;
  readonly from: number | string;
  readonly to: number | string;
}

/** What nft calls the values of a field in the type of a set. */
export const fieldTypes: Readonly<Record<KeyKind, string>> = {
  protocol: 'inet_proto',
  'in-interface': 'ifname',
  'out-interface': 'ifname',
  'src-address': 'ipv4_addr',
  'dst-address': 'ipv4_addr',
  'src-port': 'inet_service',
  'dst-port': 'inet_service',
};

/** A set holds several addresses, but a rule of many ports times many others is better left alone. */
const mostValues = 64;

/** The values of a matcher; undefined where a set cannot hold them. */
export function valuesOf(rule: FirewallRule, matcher: Matcher): readonly FieldValue[] | undefined {
  if (matcher.negated) return undefined;
  switch (matcher.kind) {
    case 'protocol': {
      const number = protocolNumber(matcher.protocol);
      return number === undefined ? undefined : [one(nftProtocol(number), number)];
    }
    case 'in-interface':
    case 'out-interface':
      return isDeviceName(matcher.interface) && !isInterfaceGroup(matcher.interface)
        ? [one(quote(matcher.interface), matcher.interface)]
        : undefined;
    case 'src-address':
    case 'dst-address':
      return addressValues(matcher.address);
    case 'src-port':
    case 'dst-port':
      return portKeyword(fixedProtocol(rule)) === undefined || matcher.ports.length > mostValues
        ? undefined
        : matcher.ports.map(({ from, to }) => ({ text: range(from, to), from, to }));
    default:
      return undefined;
  }
}

const one = (text: string, value: number | string): FieldValue => ({ text, from: value, to: value });

function addressValues(address: AddressMatch): readonly FieldValue[] | undefined {
  if (address.kind === 'prefix') {
    if (!isIpv4Prefix(address.prefix) || isDefault(address.prefix)) return undefined;
    return [{ text: printAddress(address), ...prefixRange(address.prefix) }];
  }
  if (address.kind === 'mask' || !isIpv4(address.from) || !isIpv4(address.to)) return undefined;
  return [{ text: printAddress(address), from: ipv4ToNumber(address.from), to: ipv4ToNumber(address.to) }];
}

/** One value of each field. */
export type Element = readonly FieldValue[];

/** All combinations of the values of some fields. */
export const elementsOf = (fields: readonly (readonly FieldValue[])[]): readonly Element[] =>
  fields.every(({ length }) => length === 1) ? [fields.flat()] : combined(fields);

const combined = (fields: readonly (readonly FieldValue[])[]): readonly Element[] =>
  fields.reduce<readonly Element[]>(
    (found, values) => found.flatMap(element => values.map(value => [...element, value])),
    [[]],
  );

/** As nft writes it. */
export const textOf = (element: Element): string => element.map(({ text }) => text).join(' . ');

export const isRange = (element: Element): boolean => element.some(({ from, to }) => from !== to);

/** Can a packet have both? */
export const overlap = (a: Element, b: Element): boolean =>
  a.every((value, i) => {
    const other = b[i];
    return other !== undefined && value.from <= other.to && other.from <= value.to;
  });
