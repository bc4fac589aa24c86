import type { FirewallRule, PccKind } from '../../model/index.ts';
import type { BucketTable, Weight } from '../../pcc/index.ts';

/** How connections are divided where PCC is not to do it. */
export interface Sharing {
  /** Instead of those of the text, by connection mark. */
  readonly weights?: Readonly<Record<string, number>> | undefined;
  /** The tables before: what need not move stays. */
  readonly before?: readonly Pick<SharedRules, 'name' | 'home'>[] | undefined;
}

/** How a gateway that runs divides connections, where that is not PCC: its weights and tables. */
export interface SharingInForce extends Sharing {
  readonly balance: 'buckets' | 'adaptive';
}

/** Rules that divide connections, as a table of buckets. */
export interface SharedRules {
  /** Of the map in the kernel. */
  readonly name: string;
  readonly rules: readonly FirewallRule[];
  readonly fields: PccKind;
  /** By connection mark: as the text has them, and in force. */
  readonly stated: readonly Weight[];
  readonly weights: readonly Weight[];
  /** The line that each mark leads to, where that is known. */
  readonly lines: Readonly<Record<string, string>>;
  /** Marks whose line is dead. */
  readonly dead: readonly string[];
  /** Who owns each bucket while every line lives, by connection mark. */
  readonly home: BucketTable;
  /** Who owns it now. */
  readonly table: BucketTable;
}

/** Rules that one map of buckets stands for. */
export interface Divided {
  readonly name: string;
  readonly rules: readonly FirewallRule[];
}
