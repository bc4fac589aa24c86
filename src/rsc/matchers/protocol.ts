import { holding } from './syntax.ts';

/** `protocol=tcp`, or a number. */
export const protocol = holding('protocol', {
  name: 'protocol',
  example: 'tcp',
  read: text => (/^[a-z0-9-]+$/.test(text) ? text : undefined),
  write: text => text,
});
