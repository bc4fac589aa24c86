/** Where a lab ran: everything a reader needs to judge its figures or to repeat them. */
export interface Environment {
  /** Version of jalur. */
  readonly jalur: string;
  /** Version of Node.js, without `v`. */
  readonly node: string;
  /** `6.12.48+deb13-amd64` (uname -r). */
  readonly kernel: string;
  /** `Debian GNU/Linux 12 (bookworm)` (os-release(5)); empty where unknown. */
  readonly os: string;
  readonly architecture: string;
  readonly cpus: number;
  readonly cpuModel: string;
  /** Bytes. */
  readonly memory: number;
  /** Versions of the programs that the lab runs; empty text where a program does not print it. */
  readonly tools: Readonly<Record<'nft' | 'iproute2' | 'dnsmasq' | 'busybox', string>>;
  /** TCP congestion control pinned in every namespace. */
  readonly congestion: string;
  /** `root`, or `user namespace` where the lab ran without privileges. */
  readonly privileges: 'root' | 'user namespace';
  /** Labs that ran at the same time: they shared the CPUs. */
  readonly parallel: number;
  /** Kernel features that the lab looked for and did not find, each with what is done instead. */
  readonly missing: readonly MissingFeature[];
  /** How accurate the emulated lines are, measured on this machine. */
  readonly emulation: readonly EmulationMeasure[];
}

/** A kernel feature by its name. */
export interface MissingFeature {
  readonly feature: string;
  /** One sentence: what that means for this run. */
  readonly effect: string;
}

/** One property of an emulated line: what was configured, what was measured. */
export interface EmulationMeasure {
  /** `isp1 round trip`. */
  readonly what: string;
  readonly unit: string;
  readonly asked: number;
  readonly measured: number;
}
