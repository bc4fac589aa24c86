import type { BaseChain } from './base-chains.ts';
import type { HelperChain } from './rule.ts';

/** A chain as text: its first line for a base chain, then its rules. */
export interface ChainText extends HelperChain {
  readonly base?: BaseChain | undefined;
  /** Lines that are asked before the family is. */
  readonly ahead?: readonly string[] | undefined;
  /** Default: IPv4, which /ip firewall is about. */
  readonly about?: 'ipv4' | 'ipv6' | undefined;
}
