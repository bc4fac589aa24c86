import { protocolNames, protocolNumber } from '../../net/index.ts';
import { holding } from './syntax.ts';

/** `protocol=tcp`, or a number. */
export const protocol = holding('protocol', {
  name: 'protocol',
  example: 'tcp',
  choices: protocolNames,
  read: text => (protocolNumber(text) === undefined ? undefined : text),
  write: text => text,
});
