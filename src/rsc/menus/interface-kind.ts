import type { Interface, InterfaceKind, Router } from '../../model/index.ts';
import { integer } from '../types/index.ts';

export const mtu = integer(68, 65535);

/** The interfaces of a kind that a text states in their own menu. */
export const ofKind =
  (kind: InterfaceKind) =>
  ({ interfaces }: Router): readonly Interface[] =>
    interfaces.filter(one => one.kind === kind && one.origin.menu === `/interface ${kind}`);
