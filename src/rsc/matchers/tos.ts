import { holding } from './syntax.ts';

/** `tos=0x10/0xf0` or a name. */
export const tos = holding('tos', {
  name: 'number[/mask] or name',
  example: 'max-reliability',
  read: text => (/^(?:[a-z-]+|(?:\d+|0x[0-9a-f]+)(?:\/(?:\d+|0x[0-9a-f]+))?)$/.test(text) ? text : undefined),
  write: text => text,
});
