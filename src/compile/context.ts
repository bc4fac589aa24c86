import { isDeviceName } from '../linux/index.ts';
import { type Origin, type Router, rolesOf } from '../model/index.ts';
import type { Ipv4 } from '../net/index.ts';
import type { Rib, World } from '../rib/index.ts';
import { type Diagnostic, diagnosticOf, type Finding, type Language } from '../text/index.ts';
import { type MarkNumbers, numberMarks } from './numbers.ts';
import type { Guard, LeftOut } from './rule-changes.ts';
import type { Sharing } from './shares/shared-rules.ts';

/** What the kernel can do that a Program may need. */
interface LinuxFeatures {
  /** Default no: we set up no IPsec, and a kernel without XFRM refuses the expression that asks for it. */
  readonly ipsec?: boolean | undefined;
  /** `ifb` devices, `clsact`, `htb` and `tbf`: simple queues need all four. Default yes. */
  readonly queues?: boolean | undefined;
}

export interface LinuxOptions {
  /** Seed of every PCC hash, unsigned 32-bit. Persisted by the caller: another seed moves connections to other WANs. */
  readonly seed: number;
  readonly features?: LinuxFeatures | undefined;
  /** Lines that jalur watches itself, and others whose packets are counted; default none. */
  readonly lines?: readonly CountedLine[] | undefined;
  /** Have every packet asked by every rule, also where a connection could keep the decision. Default no. */
  readonly plain?: boolean | undefined;
  /** Have each rule count every packet that it is about: no connection keeps decisions. Default no. */
  readonly exactCounters?: boolean | undefined;
  /** What becomes of connections when lines die and return, at jalur's pace; default: as routing has it. */
  readonly flows?: Flows | undefined;
  /** PPPoE lines whose password is known: these are dialled. Default none. */
  readonly dials?: readonly string[] | undefined;
  /** Connections are divided by tables of buckets; default: by PCC's own remainder. */
  readonly shares?: Sharing | undefined;
  /** Of what is said about the text; default English. */
  readonly language?: Language | undefined;
}

/** The lines that connections leave by. */
export interface Flows {
  readonly lines: readonly FlowLine[];
  /** Some line is dead and another is not: what is opened now may be elsewhere than the text would have it later. */
  readonly outage: boolean;
  /** Connections of an outage go where the text has them. */
  readonly isReleased: boolean;
}

export interface FlowLine extends LineEnd {
  /** From 1; the number of a line stays as long as the gateway runs. */
  readonly number: number;
  /** Tables whose packets leave by it as long as every line lives: what else leaves by it is away. */
  readonly home: readonly string[];
  readonly isDead: boolean;
}

/** A line: its interface, and the router at its other end where it has an address. */
export interface LineEnd {
  readonly interface: string;
  readonly gateway?: Ipv4 | undefined;
}

/** A line whose packets are counted. `isProbed`: somebody is asked on it. */
export interface CountedLine extends LineEnd {
  readonly isProbed: boolean;
}

/** Everything the parts of the compiler read, and where they say what Linux cannot do. */
export interface LinuxContext {
  readonly router: Router;
  readonly rib: Rib;
  readonly world: World;
  readonly options: LinuxOptions;
  readonly marks: MarkNumbers;
  readonly wans: readonly string[];
  readonly report: (origin: Origin, finding: Finding) => void;
  /** Sets that conditions keep their counts in, as declarations; each rule that counts by address has its own. */
  readonly meters: Meter[];
  readonly leftOut: LeftOut[];
  readonly guards: Guard[];
}

/** A set that rules fill: its type and, for entries that end by themselves, their life in seconds. */
export interface Meter {
  readonly type: string;
  readonly expire?: number | undefined;
}

/** A context that collects its findings in `diagnostics`. */
export function linuxContext(
  router: Router,
  rib: Rib,
  world: World,
  options: LinuxOptions,
  diagnostics: Diagnostic[],
): LinuxContext {
  const report = (origin: Origin, finding: Finding) =>
    diagnostics.push(diagnosticOf(finding, origin.span, options.language));
  return {
    router,
    rib,
    world,
    options,
    marks: numberMarks(router),
    wans: rolesOf(router).wans.filter(isDeviceName),
    report,
    meters: [],
    leftOut: [],
    guards: [],
  };
}
