import type { AddressMatch } from '../../model/index.ts';
import { addressMatch, anyAddressMatch, ipv6AddressMatch } from '../types/index.ts';
import { holding, type MatcherSyntax } from './syntax.ts';

type Addressed = MatcherSyntax<{ readonly address: AddressMatch }>;

/** `src-address=10.0.0.0/8`, `dst-address=10.0.0.1-10.0.0.9`. */
export const address: Addressed = holding('address', anyAddressMatch(addressMatch));

/** `src-address=fe80::/10`, `dst-address=::1:2:3:4/::ffff:ffff:ffff:ffff`. */
export const ipv6Address: Addressed = holding('address', anyAddressMatch(ipv6AddressMatch));
