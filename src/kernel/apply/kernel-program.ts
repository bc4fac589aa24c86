import type { Program } from '../../linux/index.ts';

/** The part of a Program that is kernel state; DHCP and DNS services are run by others. */
export type KernelProgram = Pick<
  Program,
  'sysctls' | 'devices' | 'up' | 'mtus' | 'addresses' | 'rules' | 'routes' | 'nft' | 'tc'
>;
