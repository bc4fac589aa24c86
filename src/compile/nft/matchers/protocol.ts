import { protocolNumber } from '../../../net/index.ts';
import { nftProtocol } from '../protocol.ts';
import type { MatcherCondition } from './matcher-condition.ts';

/** `protocol=tcp`. */
export const protocolCondition: MatcherCondition<'protocol'> = ({ protocol, negated }) => {
  const number = protocolNumber(protocol);
  if (number === undefined)
    return {
      refused: {
        en: `protocol ${protocol} has no known number`,
        id: `nomor protokol ${protocol} tidak diketahui`,
      },
    };
  return [`meta l4proto ${negated ? '!= ' : ''}${nftProtocol(number)}`];
};
