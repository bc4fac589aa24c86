/** How far an analysis is that walks many packets in several states of the uplinks; each counted from 1. */
export interface WalkedSoFar {
  readonly state: number;
  readonly states: number;
  readonly packet: number;
  readonly packets: number;
}

/** Told with each packet, for whoever shows progress; nothing that is found depends on it. */
export type OnWalked = (at: WalkedSoFar) => void;
