/** The paper's methods of balancing, each as a change of a configuration that balances by PCC. */
import { addressList } from './address-list.ts';
import { ecmp } from './ecmp.ts';
import { type Method, pcc } from './method.ts';
import { nth } from './nth.ts';

export { balancers, type Method } from './method.ts';

/** In the order of the report. */
export const methods: readonly Method[] = [
  pcc('both-addresses'),
  pcc('src-address'),
  pcc('both-addresses-and-ports'),
  nth,
  ecmp,
  addressList,
];
