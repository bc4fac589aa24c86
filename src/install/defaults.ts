import { mark } from './unit.ts';

/** /etc/default/jalur: what the service tells `jalur run` besides. */
export const defaultsText = (options: readonly string[] = []): string => `${mark}
# Options of jalur run, for example: --port ether1=enp1s0 --health auto
# Words are parted at blanks. Then: systemctl restart jalur
JALUR_OPTIONS="${options.join(' ')}"
`;

/** systemd parts words at blanks, and reads quotes, backslashes and dollars in its own way: such words it cannot be given so. */
export const unfitWord = (options: readonly string[]): string | undefined =>
  options.find(word => !/^[\w.,:=/@%+-]+$/.test(word));
