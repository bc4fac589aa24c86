// Generated from the API's document (docs/openapi.json); do not edit: UPDATE_GOLDENS=1 npx vitest run test/openapi.test.ts
/* biome-ignore-all lint: generated */

export interface Schemas {
  /** Why there is no answer (RFC 9457). */
  Problem: {
    /** Names the kind of problem. */
    type: string;
    title: string;
    status: number;
    /** Stable, for programs. */
    code: string;
    /** What is the case, one sentence. */
    detail: string;
    /** What helps, one sentence. */
    do: string;
    errors?: Array<{
      /** Which field of the request. */
      path: string;
      what: string;
    }>;
    retryAfterSeconds?: number;
  };
  /** What the gateway is, and what it is worried about. */
  Status: {
    /** ISO 8601, UTC. */
    at: string;
    name: string;
    version: string;
    pid: number;
    /** The configuration in force. */
    file: string;
    dialect: Schemas["Dialect"];
    pace: "routeros" | "jalur";
    /** When it was started. */
    since: string;
    /** Milliseconds. */
    upMs: number;
    /** The kernel holds the whole firewall, and forwards. */
    forwards: boolean;
    seed: number;
    active: Array<Schemas["ActiveDefault"]>;
    conditions: Array<Schemas["OpenCondition"]>;
    trial?: Schemas["Trial"];
    /** What the kernel does not hold of what was decided, or holds too much; empty: in step. */
    differences: Array<string>;
    /** Hosts that netwatch asks. */
    hosts: Array<{
      host: string;
      status?: "up" | "down";
    }>;
    lines: {
      up: number;
      degraded: number;
      down: number;
      unknown: number;
    };
    sharing?: Schemas["Sharing"];
  };
  /** Of RouterOS. */
  Dialect: "v6" | "v7";
  /** A default route in force. */
  ActiveDefault: {
    table: string;
    gateways: Array<string>;
    interfaces: Array<string>;
    distance: number;
  };
  OpenCondition: {
    code: string;
    /** Which instance; `code` and `about` name it. */
    about: string;
    severity: Schemas["Severity"];
    title: string;
    what: string;
    do: string;
    clears: string;
    doc: string;
    facts: {
      [name: string]: string | number;
    };
    /** ISO 8601, UTC. */
    since?: string;
  };
  Severity: "error" | "warning" | "info";
  /** It waits to be confirmed. */
  Trial: {
    file: string;
    /** Of its texts; confirm and rollback take it as If-Match. */
    hash: string;
    /** Then it is taken back unless it is confirmed. */
    until: string;
    /** The kernel has it. */
    inForce: boolean;
    /** Hash of the texts before it. */
    previous: string;
  };
  /** How connections are divided where a table of buckets does it. */
  Sharing: {
    balance: "pcc" | "buckets" | "adaptive";
    /** New connections avoid full lines. */
    spill: boolean;
    marks: Array<{
      mark: string;
      line?: string;
      /** A part of 1. */
      stated: number;
      /** A part of 1. */
      share: number;
      /** A part of 1. */
      now: number;
    }>;
    last?: {
      why: string;
      /** ISO 8601, UTC. */
      since: string;
    };
  };
  /** Language of sentences. */
  Language: "en" | "id";
  Wans: {
    /** When it was read. */
    at: string;
    /** How many there are, on this page and others. */
    total: number;
    items: Array<Schemas["Wan"]>;
    /** Give it as `cursor` for the next page; absent: this is the last. */
    next?: string;
  };
  /** One uplink: its state with the reason, and what it carries. */
  Wan: {
    name: string;
    /** As people call it. */
    label: string;
    state: Schemas["LineStatus"];
    cause?: Schemas["LineCause"];
    /** Not used while there is another: it may fall again. */
    held?: boolean;
    /** State and evidence as one sentence. */
    why: string;
    evidence?: Schemas["LineEvidence"];
    addresses: Array<string>;
    gateway?: string;
    lease?: {
      address: string;
      gateway?: string;
      server?: string;
      dns: Array<string>;
      /** ISO 8601, UTC. */
      expiresAt: string;
    };
    /** Milliseconds. */
    rttMs?: number;
    /** Milliseconds. */
    jitterMs?: number;
    /** A part of 1. */
    loss?: number;
    rate?: {
      /** bit/s */
      receivedBitsPerSecond: number;
      /** bit/s */
      sentBitsPerSecond: number;
    };
    /** What the text says that the line carries (queues, or an intent); absent: it says nothing. */
    limit?: {
      place?: Schemas["Place"];
      /** bit/s */
      receivedBitsPerSecond?: number;
      /** bit/s */
      sentBitsPerSecond?: number;
    };
    /** Tracked now that leave by it; absent: not known. */
    connections?: number;
    /** Opened by it lately; absent: nobody counts them (pace of RouterOS). */
    opened?: {
      connections: number;
      /** Milliseconds. */
      overMs: number;
    };
    /** Of new connections: what the configuration promises, and what was counted. */
    share: {
      /** A part of 1. */
      promised?: number;
      /** A part of 1. */
      measured?: number;
    };
    /** In this state since then; absent: nobody has noted it. */
    since?: string;
    lastOutage?: {
      /** ISO 8601, UTC. */
      from: string;
      /** Absent: it is down still. */
      until?: string;
      cause?: string;
    };
  };
  LineStatus: "unknown" | "up" | "degraded" | "down";
  /** Why a line is down, or not as it should be. */
  LineCause: "carrier" | "gateway" | "upstream" | "dns" | "forced" | "loss" | "latency" | "jitter";
  /** What a judgement rests on. */
  LineEvidence: {
    /** How long nothing came from behind the line. */
    silentMs: number;
    /** Probes in a row without an answer. */
    lost: number;
    asked: Array<string>;
    /** Milliseconds. */
    roundTripMs?: number;
    /** Milliseconds. */
    jitterMs?: number;
    /** A part of 1. */
    loss?: number;
  };
  /** Where a text states it; lines from 1. */
  Place: {
    file: string;
    line: number;
  };
  WanChange: {
    wan: Schemas["Wan"];
    /** False: it was so before. */
    changed: boolean;
  };
  WanOrder: {
    /** Also where nothing is left without it. */
    force?: boolean;
  };
  Interfaces: {
    /** When it was read. */
    at: string;
    /** How many there are, on this page and others. */
    total: number;
    items: Array<Schemas["Interface"]>;
    /** Give it as `cursor` for the next page; absent: this is the last. */
    next?: string;
  };
  /** An interface as the kernel has it; what was not measured is absent. */
  Interface: {
    name: string;
    /** The Linux device that it is. */
    device: string;
    /** As people call it. */
    label: string;
    comment: string;
    /** As RouterOS calls it: ether, bridge, vlan, pppoe-out. */
    type: string;
    role: "wan" | "lan" | "tunnel" | "unknown";
    /** What the role rests on. */
    roleBecause?: string;
    /** As Winbox shows them: R running, X disabled, S slave, D dynamic. */
    flags: string;
    running: boolean;
    disabled: boolean;
    /** False: this machine has no such device. */
    present: boolean;
    mtu?: number;
    mac?: string;
    addresses: Array<string>;
    /** The bridge that it is a port of. */
    bridge?: string;
    tx: {
      /** bit/s */
      bitsPerSecond?: number;
      packetsPerSecond?: number;
      bytes?: number;
      packets?: number;
      errors?: number;
      dropped?: number;
    };
    rx: {
      /** bit/s */
      bitsPerSecond?: number;
      packetsPerSecond?: number;
      bytes?: number;
      packets?: number;
      errors?: number;
      dropped?: number;
    };
    place?: Schemas["Place"];
  };
  Routes: {
    /** When it was read. */
    at: string;
    /** How many there are, on this page and others. */
    total: number;
    items: Array<Schemas["Route"]>;
    /** Give it as `cursor` for the next page; absent: this is the last. */
    next?: string;
    tables: Array<string>;
    checks: Array<Schemas["GatewayCheck"]>;
    kernel: Array<Schemas["KernelRoute"]>;
    /** Between both; empty: in step. */
    differences: Array<string>;
  };
  /** A candidate route, active or not. */
  Route: {
    /** As RouterOS prints them. */
    flags: string;
    destination: string;
    table: string;
    gateways: Array<Schemas["RouteGateway"]>;
    distance: number;
    scope: number;
    targetScope: number;
    prefSrc?: string;
    type: string;
    source: "connect" | "static" | "dhcp" | "vpn" | "modem";
    active: boolean;
    disabled: boolean;
    dynamic: boolean;
    ecmp: boolean;
    checkGateway: string;
    comment: string;
    /** Why it is not active; absent where it is. */
    why?: string;
    place?: Schemas["Place"];
  };
  RouteGateway: {
    /** As configured. */
    text: string;
    state: "reachable" | "unreachable" | "unresolved" | "interface-down";
    why: string;
    nextHops: Array<{
      address?: string;
      interface: string;
    }>;
    recursive: boolean;
    check?: string;
  };
  /** A gateway that is probed, and whether it answers. */
  GatewayCheck: {
    key: string;
    address: string;
    interface: string;
    method: string;
    /** Milliseconds. */
    intervalMs: number;
    /** Milliseconds. */
    timeoutMs: number;
    count: number;
    reachable: boolean;
  };
  /** A route as the kernel holds it, read back. */
  KernelRoute: {
    table: string;
    tableId: number;
    destination: string;
    type: string;
    nextHops: Array<{
      address?: string;
      interface: string;
      weight: number;
    }>;
    prefSrc?: string;
    metric?: number;
    protocol: number;
  };
  FirewallRules: {
    /** When it was read. */
    at: string;
    /** How many there are, on this page and others. */
    total: number;
    items: Array<Schemas["FirewallRule"]>;
    /** Give it as `cursor` for the next page; absent: this is the last. */
    next?: string;
    chains: Array<string>;
    /** `asked`: decisions are kept for connections, and a rule counts what it was asked. */
    counts?: "exact" | "asked";
  };
  FirewallRule: {
    /** As RouterOS counts them in this table, from 0. */
    number: number;
    /** X disabled, I invalid, D dynamic. */
    flags: string;
    disabled: boolean;
    chain: string;
    action: string;
    /** All that it says, by the names and in the words of RouterOS. */
    properties: {
      [name: string]: string;
    };
    /** The same as one line. */
    text: string;
    comment: string;
    /** As the kernel counts; absent: the program has no rule of its own for it. */
    counter?: {
      packets: number;
      bytes: number;
    };
    place?: Schemas["Place"];
  };
  FirewallTable: "filter" | "nat" | "mangle" | "raw";
  Connections: {
    /** When it was read. */
    at: string;
    /** How many there are, on this page and others. */
    total: number;
    items: Array<Schemas["Connection"]>;
    /** Give it as `cursor` for the next page; absent: this is the last. */
    next?: string;
    /** All that the kernel tracks, whatever is filtered. */
    tracked: number;
    /** False: the kernel counts no bytes of connections (nf_conntrack_acct is off). */
    accounting: boolean;
    /** Rates are of so long; absent: they are not known yet. */
    ratesOverMs?: number;
    /** Of those that pass the filter. */
    byWan: {
      [name: string]: number;
    };
    byMark: {
      [name: string]: number;
    };
  };
  Connection: {
    id: string;
    protocol: string;
    source: {
      address: string;
      port?: number;
    };
    destination: {
      address: string;
      port?: number;
    };
    replySource: {
      address: string;
      port?: number;
    };
    replyDestination: {
      address: string;
      port?: number;
    };
    /** By which it leaves (a device); absent: by none, or not known. */
    wan?: string;
    /** How that is known: by the line that it carries, or by the address it is translated to. */
    wanBy?: "line" | "address";
    /** Its connection mark; empty: none; absent: a mark that is none of the configuration. */
    mark?: string;
    /** The whole mark as a number. */
    markValue: number;
    /** Of TCP. */
    state?: string;
    /** RouterOS: S seen reply, A assured, C confirmed, D dying, F fasttrack, s srcnat, d dstnat. */
    flags: string;
    /** Milliseconds. */
    timeoutMs: number;
    original: {
      bytes?: number;
      packets?: number;
      /** bit/s */
      bitsPerSecond?: number;
    };
    reply: {
      bytes?: number;
      packets?: number;
      /** bit/s */
      bitsPerSecond?: number;
    };
  };
  Queues: {
    /** When it was read. */
    at: string;
    /** How many there are, on this page and others. */
    total: number;
    items: Array<Schemas["Queue"]>;
    /** Give it as `cursor` for the next page; absent: this is the last. */
    next?: string;
  };
  Queue: {
    kind: "simple" | "tree";
    name: string;
    parent?: string;
    /** Of a simple queue. */
    target: Array<string>;
    packetMarks: Array<string>;
    disabled: boolean;
    comment: string;
    upload?: {
      /** Absent: none. */
      maxLimitBitsPerSecond?: number;
      /** bit/s */
      limitAtBitsPerSecond?: number;
      priority: number;
      /** bit/s */
      bitsPerSecond?: number;
      bytes?: number;
      packets?: number;
      dropped?: number;
      queuedBytes?: number;
      queuedPackets?: number;
      /** Rate against limit: green to 0.5, yellow to 0.75, red above. */
      use?: number;
    };
    /** Of a tree: its one direction. */
    download?: {
      /** Absent: none. */
      maxLimitBitsPerSecond?: number;
      /** bit/s */
      limitAtBitsPerSecond?: number;
      priority: number;
      /** bit/s */
      bitsPerSecond?: number;
      bytes?: number;
      packets?: number;
      dropped?: number;
      queuedBytes?: number;
      queuedPackets?: number;
      /** Rate against limit: green to 0.5, yellow to 0.75, red above. */
      use?: number;
    };
    /** It is in force: enabled, and in the kernel. */
    applied: boolean;
    place?: Schemas["Place"];
  };
  Leases: {
    /** When it was read. */
    at: string;
    /** How many there are, on this page and others. */
    total: number;
    items: Array<Schemas["Lease"]>;
    /** Give it as `cursor` for the next page; absent: this is the last. */
    next?: string;
    servers: Array<{
      interface: string;
      network: string;
      given: number;
      addresses: number;
    }>;
  };
  Lease: {
    /** `wan`: what this router was given; `lan`: what it gives. */
    kind: "wan" | "lan";
    interface: string;
    label: string;
    /** `waiting`: kept for somebody who has not asked. */
    status: "bound" | "searching" | "waiting" | "refused";
    address?: string;
    gateway?: string;
    server?: string;
    dns: Array<string>;
    mac?: string;
    host?: string;
    /** ISO 8601, UTC. */
    expiresAt?: string;
    /** Why what the server said last is not used. */
    refused?: Array<string>;
    comment?: string;
    place?: Schemas["Place"];
  };
  /** What is asked, and what it says. */
  Health: {
    /** ISO 8601, UTC. */
    at: string;
    pace: "routeros" | "jalur";
    lines: Array<Schemas["LineHealth"]>;
    checks: Array<Schemas["GatewayCheck"]>;
    hosts: Array<{
      host: string;
      status: "unknown" | "up" | "down";
    }>;
  };
  LineHealth: {
    name: string;
    label: string;
    state: Schemas["LineStatus"];
    cause?: Schemas["LineCause"];
    held?: boolean;
    why: string;
    evidence?: Schemas["LineEvidence"];
    /** ISO 8601, UTC. */
    since?: string;
    /** Milliseconds. */
    forMs?: number;
  };
  Events: {
    /** ISO 8601, UTC. */
    at: string;
    total: number;
    /** Oldest first. */
    items: Array<Schemas["Event"]>;
    /** Something before them is not kept any more. */
    earlier: boolean;
  };
  Event: {
    /** Counts up without gaps since the gateway was started. */
    seq: number;
    /** ISO 8601, UTC. */
    time: string;
    /** The same as a sentence. */
    text: string;
    event: Schemas["GatewayEvent"];
  };
  /** Something the gateway says by itself. */
  GatewayEvent: {
    type: "ready";
    /** CLOCK_MONOTONIC of the gateway. */
    atMs: number;
    /** Milliseconds. */
    durationMs: number;
    dialect: Schemas["Dialect"];
    waiting: Array<{
      line: string;
      for: "interface" | "carrier" | "lease";
    }>;
  } | {
    type: "lease";
    /** CLOCK_MONOTONIC of the gateway. */
    atMs: number;
    interface: string;
    lease?: {
      interface: string;
      [name: string]: unknown;
    };
    /** Milliseconds. */
    durationMs?: number;
  } | {
    type: "link";
    /** CLOCK_MONOTONIC of the gateway. */
    atMs: number;
    interface: string;
    running: boolean;
  } | {
    type: "check";
    /** CLOCK_MONOTONIC of the gateway. */
    atMs: number;
    key: string;
    address: string;
    interface: string;
    reachable: boolean;
    /** Milliseconds. */
    silentMs?: number;
  } | {
    type: "line";
    /** CLOCK_MONOTONIC of the gateway. */
    atMs: number;
    line: string;
    status: Schemas["LineStatus"];
    cause?: Schemas["LineCause"];
    evidence?: Schemas["LineEvidence"];
    held?: boolean;
    /** Milliseconds. */
    sinceMs: number;
  } | {
    type: "host";
    /** CLOCK_MONOTONIC of the gateway. */
    atMs: number;
    host: string;
    status: "up" | "down";
  } | {
    type: "script";
    /** CLOCK_MONOTONIC of the gateway. */
    atMs: number;
    property: string;
    place: string;
    outcome: "changed" | "unchanged" | "uncertain";
    line?: number;
  } | {
    type: "decision";
    /** CLOCK_MONOTONIC of the gateway. */
    atMs: number;
    /** Milliseconds. */
    durationMs: number;
    reason: string;
    causes: Array<{
      reason: string;
      /** Milliseconds. */
      atMs: number;
      evidence?: {
        /** How long nothing came from behind the line. */
        silentMs?: number;
        /** Probes in a row without an answer. */
        lost?: number;
        asked?: Array<string>;
        /** Milliseconds. */
        roundTripMs?: number;
        /** Milliseconds. */
        jitterMs?: number;
        /** A part of 1. */
        loss?: number;
      };
    }>;
    steps: {
      /** Milliseconds. */
      waited: number;
      /** Milliseconds. */
      decided: number;
      /** Milliseconds. */
      applied: number;
    };
    changes: Array<string>;
    refused: Array<string>;
    scripts: Array<string>;
  } | {
    type: "routes-changed";
    /** CLOCK_MONOTONIC of the gateway. */
    atMs: number;
    /** Milliseconds. */
    durationMs: number;
    reason: string;
    active: Array<Schemas["ActiveDefault"]>;
  } | {
    type: "flows";
    /** CLOCK_MONOTONIC of the gateway. */
    atMs: number;
    /** Milliseconds. */
    durationMs: number;
    reset: number;
    begunAnew: number;
  } | {
    type: "config";
    /** CLOCK_MONOTONIC of the gateway. */
    atMs: number;
    file: string;
    how: "start" | "reload" | "signal" | "apply" | "confirm" | "rolled-back";
    by?: string;
    result: "in-force" | "on-trial" | "partly" | "refused";
    digest?: string;
    changes: number;
  } | {
    type: "notification";
    /** CLOCK_MONOTONIC of the gateway. */
    atMs: number;
    receiver: string;
    channel: string;
    /** First line of the message. */
    title: string;
    result: "delivered" | "failed" | "lost";
    attempts: number;
    /** What came back. */
    said: string;
    /** Milliseconds. */
    tookMs: number;
  } | {
    type: "diagnostics";
    /** CLOCK_MONOTONIC of the gateway. */
    atMs: number;
    diagnostics: Array<{
      id: string;
      what: string;
      [name: string]: unknown;
    }>;
  } | {
    type: "problem";
    /** CLOCK_MONOTONIC of the gateway. */
    atMs: number;
    condition: Schemas["Condition"];
  } | {
    type: "cleared";
    /** CLOCK_MONOTONIC of the gateway. */
    atMs: number;
    condition: Schemas["Condition"];
  } | {
    type: "stopped";
    /** CLOCK_MONOTONIC of the gateway. */
    atMs: number;
    undone: boolean;
  };
  /** Trouble that is open, with what to do. */
  Condition: {
    code: string;
    /** Which instance; `code` and `about` name it. */
    about: string;
    severity: Schemas["Severity"];
    title: string;
    what: string;
    do: string;
    clears: string;
    doc: string;
    facts: {
      [name: string]: string | number;
    };
  };
  /** What is kept of the past, the latest first; `seq` rises over restarts. */
  Journal: {
    /** ISO 8601, UTC. */
    at: string;
    items: Array<{
      /** Counts up without gaps since the gateway was started. */
      seq: number;
      /** ISO 8601, UTC. */
      time: string;
      /** The same as a sentence. */
      text: string;
      event: Schemas["GatewayEvent"];
      correlation: string;
    }>;
    next?: string;
  };
  /** Each is sent as `event: NAME` and `data: JSON`; `event` has `id: PID-SEQ`, which `Last-Event-ID` resumes from. */
  StreamMessage: {
    event: "status";
    data: {
      status: Schemas["Status"];
      wans: Array<Schemas["Wan"]>;
    };
  } | {
    event: "rates";
    data: Schemas["Rates"];
  } | {
    event: "event";
    data: Schemas["Event"];
  } | {
    event: "gap";
    /** Events were lost: read /events, /status and /wans anew. */
    data: {
      /** ISO 8601, UTC. */
      at: string;
    };
  } | {
    event: "offline";
    data: {
      /** ISO 8601, UTC. */
      at: string;
      detail: string;
      do: string;
    };
  } | {
    event: "online";
    data: {
      /** ISO 8601, UTC. */
      at: string;
    };
  } | {
    event: "lab";
    data: Schemas["LabNow"];
  };
  /** What lines and interfaces carry now: over the last second, however often that is told. */
  Rates: {
    /** ISO 8601, UTC. */
    at: string;
    /** Milliseconds. */
    overMs: number;
    lines: {
      [name: string]: {
        receivedBitsPerSecond?: number;
        sentBitsPerSecond?: number;
        receivedPacketsPerSecond?: number;
        sentPacketsPerSecond?: number;
        /** Milliseconds. */
        rttMs?: number;
        /** Milliseconds. */
        jitterMs?: number;
        /** A part of 1. */
        loss?: number;
        openedPerSecond?: number;
      };
    };
    /** By device. */
    interfaces: {
      [name: string]: {
        receivedBitsPerSecond?: number;
        sentBitsPerSecond?: number;
        receivedPacketsPerSecond?: number;
        sentPacketsPerSecond?: number;
      };
    };
    tracked?: {
      connections: number;
      most: number;
    };
  };
  /** What is broken in the lab, and what runs on its bench. */
  LabNow: {
    /** ISO 8601, UTC. */
    at: string;
    /** What is broken now. */
    faults: Array<{
      fault: "unplug" | "blackhole" | "gateway-dead" | "lossy" | "slow" | "flap" | "gateway-change";
      isp: string;
    }>;
    /** Its clients use the Internet. */
    traffic: boolean;
    run?: Schemas["LabRun"];
  };
  /** An experiment that runs, or the last one that ran. */
  LabRun: {
    experiment: string;
    title: string;
    /** ISO 8601, UTC. */
    startedAt: string;
    state: "running" | "done" | "cancelled" | "failed";
    /** Why it failed. */
    why?: string;
    verdict?: Schemas["LabVerdict"];
    /** How much of it is done. */
    part: number;
    /** What it takes at most from now on, as it is planned. */
    leftMs: number;
    parts: {
      done: number;
      all: number;
    };
    /** Parts that run, each with what it does. */
    now: Array<{
      title: string;
      line: string;
    }>;
  };
  /** measured: nothing is stated that it should show, and what must hold everywhere holds. reproduced: it showed the defect that it was expected to show. */
  LabVerdict: "pass" | "measured" | "reproduced" | "fail";
  Incidents: {
    /** When it was read. */
    at: string;
    /** How many there are, on this page and others. */
    total: number;
    items: Array<Schemas["Incident"]>;
    /** Give it as `cursor` for the next page; absent: this is the last. */
    next?: string;
  };
  /** A line that was down, from the beginning to the end. */
  Incident: {
    id: string;
    line: string;
    /** ISO 8601, UTC. */
    from: string;
    /** Absent: it is down still. */
    until?: string;
    /** Milliseconds. */
    downMs: number;
    causes: Array<string>;
    evidence?: Schemas["LineEvidence"];
    /** What was decided because of it. */
    decision?: {
      /** ISO 8601, UTC. */
      time: string;
      reason: string;
      /** Milliseconds. */
      durationMs: number;
      steps: {
        /** Milliseconds. */
        waited: number;
        /** Milliseconds. */
        decided: number;
        /** Milliseconds. */
        applied: number;
      };
      changes: Array<string>;
      refused: Array<string>;
    };
    /** What was decided because it was back. */
    back?: {
      /** ISO 8601, UTC. */
      time: string;
      reason: string;
      /** Milliseconds. */
      durationMs: number;
      steps: {
        /** Milliseconds. */
        waited: number;
        /** Milliseconds. */
        decided: number;
        /** Milliseconds. */
        applied: number;
      };
      changes: Array<string>;
      refused: Array<string>;
    };
    flows?: {
      reset: number;
      begunAnew: number;
    };
    unseen: {
      start: boolean;
      end: boolean;
    };
    correlation: string;
  };
  IncidentStory: {
    /** ISO 8601, UTC. */
    at: string;
    incident: Schemas["Incident"];
    /** One page of text, as `jalur incident` prints it. */
    story: string;
    lostPacketsAbout?: number;
    events: Array<{
      /** Counts up without gaps since the gateway was started. */
      seq: number;
      /** ISO 8601, UTC. */
      time: string;
      /** The same as a sentence. */
      text: string;
      event: Schemas["GatewayEvent"];
      correlation: string;
    }>;
    /** What was measured from before it until after it, by name (`up`, `rtt`, `loss`, `in`, `out`). */
    series: {
      [name: string]: Array<Schemas["Point"]>;
    };
  };
  /** What was measured in one stretch of time. */
  Point: {
    /** ISO 8601, UTC. */
    time: string;
    min: number;
    avg: number;
    max: number;
    n: number;
  };
  /** What the gateway did over a time. */
  Report: {
    /** ISO 8601, UTC. */
    at: string;
    name: string;
    /** ISO 8601, UTC. */
    since: string;
    /** ISO 8601, UTC. */
    until: string;
    lines: Array<Schemas["LineReport"]>;
    /** The longest first. */
    incidents: Array<Schemas["Incident"]>;
    decisions: {
      count: number;
      /** Milliseconds. */
      medianMs?: number;
      /** Milliseconds. */
      slowestMs?: number;
    };
    configs: Array<{
      /** ISO 8601, UTC. */
      time: string;
      file: string;
      how: string;
      by?: string;
      result: string;
      changes: number;
      digest?: string;
    }>;
    conditions: Array<{
      code: string;
      raised: number;
    }>;
  };
  LineReport: {
    line: string;
    /** A part of 1. */
    measured: number;
    /** A part of 1. */
    available?: number;
    outages: Array<Schemas["Incident"]>;
    roundTripMs?: {
      avg: number;
      max: number;
    };
    jitterMs?: {
      avg: number;
      max: number;
    };
    loss?: {
      avg: number;
      max: number;
    };
    /** ETSI TR 101 329: 4 very good, 3 good, 2 medium, 1 poor. */
    tiphon?: {
      delay: number;
      jitter: number;
      loss: number;
      index: number;
    };
    receivedBps?: {
      avg: number;
      max: number;
    };
    sentBps?: {
      avg: number;
      max: number;
    };
    /** A part of 1. */
    promised?: number;
    /** A part of 1. */
    share?: number;
    up: Array<Schemas["Point"]>;
    roundTrips: Array<Schemas["Point"]>;
  };
  Series: {
    /** ISO 8601, UTC. */
    at: string;
    wan: string;
    /** ISO 8601, UTC. */
    since: string;
    /** ISO 8601, UTC. */
    until: string;
    /** Milliseconds. */
    stepMs: number;
    /** By what was asked for, oldest first; where nothing was measured there is no point. */
    series: {
      [name: string]: Array<Schemas["Point"]>;
    };
  };
  /** The configuration in force. */
  Config: {
    /** ISO 8601, UTC. */
    at: string;
    /** Of the texts in force; the ETag has it, and apply takes it as If-Match. */
    hash: string;
    dialect: Schemas["Dialect"];
    /** The files or folders that it was read from. */
    source: Array<string>;
    files: Array<{
      file: string;
      text: string;
      kind: "rsc" | "yaml";
    }>;
    /** `hidden`: passwords and keys are masked, as whoever asks may not apply. */
    secrets: "shown" | "hidden";
    trial?: Schemas["Trial"];
  };
  ConfigVerdict: {
    /** False: it has errors, and would be refused. */
    accepted: boolean;
    dialect: Schemas["Dialect"];
    statements: number;
    notUnderstood: number;
    diagnostics: Array<Schemas["Finding"]>;
  };
  /** What is wrong or worth knowing about a text, as `jalur lint --json` has it. */
  Finding: {
    id: string;
    severity: Schemas["Severity"];
    confidence: "certain" | "likely" | "assumed";
    file: string;
    line: number;
    column: number;
    endLine: number;
    endColumn: number;
    what: string;
    why?: string;
    do?: string;
    related?: Array<{
      text: string;
      line?: number;
      file?: string;
    }>;
    fix?: Schemas["Fix"];
    counterExample?: string;
  };
  /** What mends a finding. */
  Fix: {
    /** RouterOS lines for a router that runs the text. */
    commands: Array<string>;
    /** The same as replacements in the text, which do not overlap. */
    edits: Array<{
      line: number;
      column: number;
      endLine: number;
      endColumn: number;
      text: string;
    }>;
    /** Whatever was meant, it cannot get worse by this. */
    isSafe: boolean;
    note?: string;
  };
  ConfigDraft: {
    files: Array<Schemas["TextFile"]>;
    lang?: Schemas["Language"];
  };
  TextFile: {
    file: string;
    text: string;
  };
  /** What would change, and who would move. */
  ConfigPlan: {
    /** ISO 8601, UTC. */
    at: string;
    accepted: boolean;
    diagnostics: Array<Schemas["Finding"]>;
    head: string;
    changes: Array<Schemas["ConfigChange"]>;
    /** What else of the text differs, without effect. */
    written: Array<Schemas["ConfigChange"]>;
    /** Imagined connections that were sent through both. */
    connections: number;
    moving: {
      from: number;
      to: number;
    };
    movements: Array<{
      fate: string;
      before: string;
      after: string;
      connections: number;
    }>;
    kinds: {
      sent: number;
      complete: boolean;
      changed: Array<{
        direction: string;
        kinds: number;
        packet: string;
        before: string;
        after: string;
      }>;
    };
    points: Array<Schemas["OpenPoint"]>;
    assumptions: Array<string>;
  };
  ConfigChange: {
    kind: "added" | "removed" | "changed" | "moved" | "version";
    /** As a line. */
    text: string;
    [name: string]: unknown;
  };
  /** Something that neither text nor packet decides, and what settles it. */
  OpenPoint: {
    id: string;
    kind: string;
    file: string;
    line: number;
    what: string;
    settle: string;
  };
  ConfigApplied: {
    accepted: boolean;
    file: string;
    /** Of the texts in force after it. */
    hash?: string;
    diagnostics: Array<Schemas["Finding"]>;
    /** Of the kernel, one line each. */
    changes: Array<string>;
    /** What the machine refused of it; it is tried again. */
    refused: Array<string>;
    /** ISO 8601, UTC. */
    until?: string;
    saved?: Schemas["ConfigSaved"];
  };
  /** What became of `save`. */
  ConfigSaved: {
    /** Files that say it now. */
    files: Array<string>;
    /** Why not all of them do: somebody has changed one, the disk is full … */
    problem?: {
      what: string;
      do: string;
    };
  };
  ConfigApply: {
    files: Array<Schemas["TextFile"]>;
    lang?: Schemas["Language"];
    /** Taken back after that unless it is confirmed; absent: for good. */
    confirmSeconds?: number;
    /** Write the texts into their files once they stay; else the next start has what is there. */
    save?: boolean;
  };
  ConfigConfirmed: {
    file: string;
    /** Of the texts that stay. */
    hash: string;
    saved?: Schemas["ConfigSaved"];
  };
  ConfigConfirm: {
    /** Write the texts into their files once they stay; else the next start has what is there. */
    save?: boolean;
  };
  ConfigRollback: {
    /** Hash of an entry of the history; absent: what was in force before the trial. */
    to?: string;
    /** Taken back after that unless it is confirmed; absent: for good. */
    confirmSeconds?: number;
    /** Write the texts into their files once they stay; else the next start has what is there. */
    save?: boolean;
    lang?: Schemas["Language"];
  };
  ConfigHistory: {
    /** When it was read. */
    at: string;
    /** How many there are, on this page and others. */
    total: number;
    items: Array<Schemas["ConfigEntry"]>;
    /** Give it as `cursor` for the next page; absent: this is the last. */
    next?: string;
  };
  ConfigEntry: {
    /** ISO 8601, UTC. */
    time: string;
    file: string;
    how: string;
    by?: string;
    result: string;
    hash?: string;
    correlation: string;
    changes: number;
    /** Its texts are kept: `rollback` can bring it back. */
    restorable: boolean;
  };
  Explanation: {
    file: string;
    /** The answer, one line for each way that it may go. */
    head: Array<string>;
    verdict: Schemas["Verdict"];
    points: Array<Schemas["OpenPoint"]>;
    assumptions: Array<string>;
    notes?: Array<string>;
    ways: Array<Schemas["Way"]>;
    replies: Array<Schemas["Way"]>;
    directReply?: string;
    otherwise?: Array<string>;
    /** With `through`: as people call it. */
    wan?: string;
    /** With `through`: what the client notices. */
    consequence?: string;
    moments?: Array<Schemas["Moment"]>;
    dialect?: (Schemas["Dialect"]) & (unknown);
    asV6?: {
      file: string;
      /** The answer, one line for each way that it may go. */
      head: Array<string>;
      verdict: Schemas["Verdict"];
      points: Array<Schemas["OpenPoint"]>;
      assumptions: Array<string>;
      notes?: Array<string>;
      ways: Array<Schemas["Way"]>;
      replies: Array<Schemas["Way"]>;
      directReply?: string;
      otherwise?: Array<string>;
      /** With `through`: as people call it. */
      wan?: string;
      /** With `through`: what the client notices. */
      consequence?: string;
      moments?: Array<Schemas["Moment"]>;
    };
  };
  Verdict: "holds" | "violated" | "depends" | "partly-judged" | "not-judged";
  /** The way of one packet, step by step. */
  Way: (Schemas["Walk"]) & ({
    /** How likely, 0 to 1. */
    share: number;
    when: Array<{
      point: string;
      answer?: string;
    }>;
  });
  Packet: {
    src: string;
    dst: string;
    protocol: number;
    [name: string]: unknown;
  };
  /** What became of the packet. */
  Ending: {
    kind: string;
    [name: string]: unknown;
  };
  /** The way of one packet, step by step. */
  Walk: {
    answer: string;
    packet: Schemas["Packet"];
    ending: Schemas["Ending"];
    steps: Array<{
      kind?: string;
      /** The step in a few words, for a drawing. */
      short?: string;
      /** Of a rule: filter, nat, mangle, raw. */
      table?: string;
      chain?: string;
      text: string;
      place?: string;
    }>;
    tables: Array<{
      kind?: string;
      /** The step in a few words, for a drawing. */
      short?: string;
      /** Of a rule: filter, nat, mangle, raw. */
      table?: string;
      chain?: string;
      text: string;
      place?: string;
    }>;
  };
  /** The way of one packet, step by step. */
  Moment: (Schemas["Walk"]) & ({
    when: "before" | "during" | "after";
    which: string;
  });
  ExplainRequest: {
    /** One configuration; absent: the one that runs, with its links and leases as they are. */
    texts?: Array<Schemas["TextFile"]>;
    dialect?: (Schemas["Dialect"]) & (unknown);
    /** The WAN ports, instead of what the text shows. */
    wan?: Array<{
      name: string;
      address?: string;
    }>;
    lan?: Array<{
      name: string;
      address?: string;
    }>;
    lang?: Schemas["Language"];
    /** Who carries it out; absent: RouterOS, and of what runs this gateway, with its own seed. */
    engine?: "routeros" | "linux";
    /** As if these interfaces were unplugged. */
    down?: Array<string>;
    /** As if nothing behind these answered. */
    dead?: Array<string>;
    /** As if the next hops at these were silent. */
    deadGateway?: Array<string>;
    /** As if these checked gateways did not answer. */
    unreachable?: Array<string>;
    leases?: Array<{
      interface: string;
      address: string;
      gateway?: string;
    }>;
    /** Answers to what is open. */
    assume?: {
      [name: string]: string;
    };
    /** For conditions of time. */
    atMoment?: string;
    packet: {
      /** Absent: by the network of its source, or the router makes it. */
      in?: string;
      src?: string;
      dst: string;
      /** tcp, udp, icmp, or a service such as dns. */
      protocol?: string;
      srcPort?: number;
      /** A number, or a service such as https. */
      dstPort?: number | string;
    };
    /** Also the answer back. */
    reply?: boolean;
    /** Why rules did not match: those up to this line, or all. */
    whyNot?: number | "all";
    /** Of the hashes; absent: of what runs that of its kernel, where Linux is asked. */
    seed?: number;
    /** Follow the connection while this WAN goes down and comes back. */
    through?: string;
    how?: "down" | "dead-gateway" | "dead";
  };
  Proof: {
    file: string;
    verdict: Schemas["Verdict"];
    answer: string;
    points: Array<Schemas["OpenPoint"]>;
    invariants: Array<{
      invariant: string;
      verdict: Schemas["Verdict"];
      points: Array<Schemas["OpenPoint"]>;
      why?: string;
    }>;
    about: Array<string>;
    packetClasses: number;
    linkStates: number;
    assumptions: Array<string>;
    defects: Array<Schemas["Defect"]>;
    leftOvers: Array<Schemas["Defect"]>;
    violations: Array<Schemas["Violation"]>;
    remarks: Array<Schemas["Violation"]>;
    notAsked: Array<string>;
    notProved: Array<{
      invariant: string;
      why: string;
      packet?: Schemas["Packet"];
      fault?: Schemas["Fault"];
    }>;
    dialect?: (Schemas["Dialect"]) & (unknown);
    asV6?: {
      file: string;
      verdict: Schemas["Verdict"];
      answer: string;
      points: Array<Schemas["OpenPoint"]>;
      invariants: Array<{
        invariant: string;
        verdict: Schemas["Verdict"];
        points: Array<Schemas["OpenPoint"]>;
        why?: string;
      }>;
      about: Array<string>;
      packetClasses: number;
      linkStates: number;
      assumptions: Array<string>;
      defects: Array<Schemas["Defect"]>;
      leftOvers: Array<Schemas["Defect"]>;
      violations: Array<Schemas["Violation"]>;
      remarks: Array<Schemas["Violation"]>;
      notAsked: Array<string>;
      notProved: Array<{
        invariant: string;
        why: string;
        packet?: Schemas["Packet"];
        fault?: Schemas["Fault"];
      }>;
    };
  };
  Defect: {
    invariant: string;
    sentence: string;
    places: Array<string>;
    remedy?: Schemas["Remedy"];
  };
  /** RouterOS lines that mend it, proved; `left`: states in which they do not. */
  Remedy: {
    lines: Array<string>;
    left: Array<Schemas["Fault"]>;
  };
  Fault: {
    interface: string;
    kind: "unplugged" | "gateway" | "upstream";
  };
  /** What does not hold, with a packet that shows it. */
  Violation: {
    invariant: string;
    verdict: "violated" | "depends";
    points: Array<Schemas["OpenPoint"]>;
    when?: Array<{
      point: string;
      answer: string;
    }>;
    sentence: string;
    fault?: Schemas["Fault"];
    alsoIn?: Array<Schemas["Fault"]>;
    alsoBreaks?: Array<string>;
    isOver?: boolean;
    concerns?: Array<{
      service: string;
      protocol: number;
      port: number;
    }>;
    weight?: {
      kind: "everything";
    } | {
      kind: "only";
      destinations: Array<string>;
    };
    /** A part of 1. */
    share?: number;
    together?: number;
    alike?: Array<{
      fault?: Schemas["Fault"];
      /** A part of 1. */
      share?: number;
      sentence: string;
    }>;
    packetClasses: number;
    remedy?: Schemas["Remedy"];
    packet: Schemas["Packet"];
    seed: number;
    walk: Schemas["Walk"];
  };
  ProveRequest: {
    /** One configuration; absent: the one that runs, with its links and leases as they are. */
    texts?: Array<Schemas["TextFile"]>;
    dialect?: (Schemas["Dialect"]) & (unknown);
    /** The WAN ports, instead of what the text shows. */
    wan?: Array<{
      name: string;
      address?: string;
    }>;
    lan?: Array<{
      name: string;
      address?: string;
    }>;
    lang?: Schemas["Language"];
    /** Who carries it out. */
    engine?: "routeros" | "linux";
    /** As if these interfaces were unplugged. */
    down?: Array<string>;
    /** As if nothing behind these answered. */
    dead?: Array<string>;
    /** As if the next hops at these were silent. */
    deadGateway?: Array<string>;
    /** As if these checked gateways did not answer. */
    unreachable?: Array<string>;
    leases?: Array<{
      interface: string;
      address: string;
      gateway?: string;
    }>;
    /** Answers to what is open. */
    assume?: {
      [name: string]: string;
    };
    /** For conditions of time. */
    atMoment?: string;
  };
  Spread: {
    file: string;
    head: string;
    verdict: Schemas["Verdict"];
    points: Array<Schemas["OpenPoint"]>;
    assumptions: Array<string>;
    shares: Array<Schemas["Share"]>;
    size: {
      flows: number;
      clients: number;
      destinations: number;
    };
    boots: number;
    mix: Array<{
      name: string;
      protocol: string;
      port: number;
      /** A part of 1. */
      share: number;
      bytes: number;
    }>;
    dialect?: (Schemas["Dialect"]) & (unknown);
    asV6?: {
      file: string;
      head: string;
      verdict: Schemas["Verdict"];
      points: Array<Schemas["OpenPoint"]>;
      assumptions: Array<string>;
      shares: Array<Schemas["Share"]>;
      size: {
        flows: number;
        clients: number;
        destinations: number;
      };
      boots: number;
      mix: Array<{
        name: string;
        protocol: string;
        port: number;
        /** A part of 1. */
        share: number;
        bytes: number;
      }>;
    };
  };
  /** What one way out gets; margins hold 95 of 100 boots. */
  Share: {
    /** An interface, or what became of it. */
    way: string;
    /** The same as people call it. */
    text: string;
    wan: boolean;
    /** A part of 1. */
    connections: number;
    connectionsMargin: number;
    /** A part of 1. */
    bytes: number;
    bytesMargin: number;
    range?: {
      connections: {
        /** A part of 1. */
        from: number;
        /** A part of 1. */
        to: number;
      };
      bytes: {
        /** A part of 1. */
        from: number;
        /** A part of 1. */
        to: number;
      };
    };
  };
  SpreadRequest: {
    /** One configuration; absent: the one that runs, with its links and leases as they are. */
    texts?: Array<Schemas["TextFile"]>;
    dialect?: (Schemas["Dialect"]) & (unknown);
    /** The WAN ports, instead of what the text shows. */
    wan?: Array<{
      name: string;
      address?: string;
    }>;
    lan?: Array<{
      name: string;
      address?: string;
    }>;
    lang?: Schemas["Language"];
    /** Who carries it out. */
    engine?: "routeros" | "linux";
    /** As if these interfaces were unplugged. */
    down?: Array<string>;
    /** As if nothing behind these answered. */
    dead?: Array<string>;
    /** As if the next hops at these were silent. */
    deadGateway?: Array<string>;
    /** As if these checked gateways did not answer. */
    unreachable?: Array<string>;
    leases?: Array<{
      interface: string;
      address: string;
      gateway?: string;
    }>;
    /** Answers to what is open. */
    assume?: {
      [name: string]: string;
    };
    /** For conditions of time. */
    atMoment?: string;
    flows?: number;
    clients?: number;
    destinations?: number;
  };
  Linted: {
    files: Array<Schemas["LintedFile"]>;
  };
  LintedFile: {
    file: string;
    verdict: string;
    version: string;
    context: {
      evidence: Array<string>;
      roles: Array<{
        interface: string;
        role: "wan" | "lan" | "tunnel";
        evidence: string;
      }>;
      known: Array<string>;
      assumptions: Array<string>;
    };
    statements: number;
    notUnderstood: number;
    suppressed: number;
    diagnostics: Array<Schemas["Finding"]>;
  };
  LintRequest: {
    /** One configuration; absent: the one that runs, with its links and leases as they are. */
    texts?: Array<Schemas["TextFile"]>;
    dialect?: (Schemas["Dialect"]) & (unknown);
    /** The WAN ports, instead of what the text shows. */
    wan?: Array<{
      name: string;
      address?: string;
    }>;
    lan?: Array<{
      name: string;
      address?: string;
    }>;
    lang?: Schemas["Language"];
    /** As if these interfaces were unplugged. */
    down?: Array<string>;
    /** As if these checked gateways did not answer. */
    unreachable?: Array<string>;
    leases?: Array<{
      interface: string;
      address: string;
      gateway?: string;
    }>;
    severity?: (Schemas["Severity"]) & (unknown);
    /** Rules or groups of rules. */
    only?: Array<string>;
  };
  Converted: {
    file: string;
    from: string;
    text: string;
    verdict: "same" | "different" | "open";
    diagnostics: Array<Schemas["Finding"]>;
    /** Absent where the target is an intent. */
    statements?: {
      kept: number;
      changed: number;
      commented: number;
    };
    /** To an intent: statements that it has no words for. */
    unsaid?: Array<string>;
    /** To an intent: what it does otherwise than the text. */
    differences?: Array<string>;
    /** Both texts walked side by side. */
    check?: {
      packets: number;
      states: number;
      complete: boolean;
      leftOut: number;
      assumed: Array<string>;
      notChecked: Array<{
        what: string;
        statements: number;
        alike: boolean;
      }>;
      differences: Array<{
        fault?: Schemas["Fault"];
        direction: string;
        packets: number;
        otherStates: number;
        example: string;
        before: {
          ending: string;
          /** A part of 1. */
          share: number;
          lines: Array<string>;
        };
        after: {
          ending: string;
          /** A part of 1. */
          share: number;
          lines: Array<string>;
        };
        what: string;
      }>;
    };
  };
  ConvertRequest: {
    /** One configuration; absent: the one that runs, with its links and leases as they are. */
    texts?: Array<Schemas["TextFile"]>;
    dialect?: (Schemas["Dialect"]) & (unknown);
    lang?: Schemas["Language"];
    /** v6, v7, v7:18 for 7.18, or yaml (an intent). */
    to: string;
  };
  /** The lab that is kept up, and what is broken in it. */
  Lab: {
    /** ISO 8601, UTC. */
    at: string;
    name: string;
    isps: Array<{
      name: string;
      /** The port of the gateway that its line is plugged into. */
      interface: string;
    }>;
    kinds: Array<"unplug" | "blackhole" | "gateway-dead" | "lossy" | "slow" | "flap" | "gateway-change">;
    experiments: Array<Schemas["LabExperiment"]>;
    /** What is broken now. */
    faults: Array<{
      fault: "unplug" | "blackhole" | "gateway-dead" | "lossy" | "slow" | "flap" | "gateway-change";
      isp: string;
    }>;
    /** Its clients use the Internet. */
    traffic: boolean;
    run?: Schemas["LabRun"];
  };
  LabExperiment: {
    name: string;
    title: string;
    /** 0: the configuration has nothing that it could try. */
    parts: number;
    /** About how long it takes. */
    seconds: number;
  };
  LabFault: {
    fault: "unplug" | "blackhole" | "gateway-dead" | "lossy" | "slow" | "flap" | "gateway-change";
    /** Of which ISP. */
    isp?: string;
    options?: {
      /** lossy: per cent each way. */
      loss?: number;
      /** slow: one way, ms. */
      delay?: number;
      jitter?: number;
      downMs?: number;
      upMs?: number;
      times?: number;
    };
  };
  LabRepair: {
    /** Absent: all of them. */
    isp?: string;
  };
  LabTraffic: {
    on: boolean;
  };
  /** Without `run`: none was begun. */
  LabOutcome: {
    /** ISO 8601, UTC. */
    at: string;
    run?: Schemas["LabRun"];
    result?: Schemas["LabResult"];
  };
  /** What an experiment measured, and what that is worth. */
  LabResult: {
    name: string;
    title: string;
    verdict: Schemas["LabVerdict"];
    /** topology.yaml states what it should show. */
    judged: boolean;
    expectation: string;
    finding: string;
    /** Milliseconds. */
    durationMs: number;
    keys: Array<{
      name: string;
      text: string;
    }>;
    checks: Array<{
      what: string;
      expected: string;
      measured: string;
      holds: boolean;
    }>;
    tables: Array<{
      title: string;
      columns: Array<{
        title: string;
        isNumber: boolean;
      }>;
      rows: Array<Array<string>>;
      note?: string;
    }>;
    figures: Array<{
      kind: "timeline";
      title: string;
      quantity: string;
      unit: "bit/s" | "ms" | "%" | "p/s" | "B";
      series: Array<{
        name: string;
        /** Each: ms since the start, value; null: nothing came back. */
        points: Array<Array<number | null>>;
      }>;
      marks: Array<{
        /** Milliseconds. */
        atMs: number;
        label: string;
      }>;
      limits: Array<{
        name: string;
        value: number;
      }>;
    } | {
      kind: "bars";
      title: string;
      quantity: string;
      unit: "bit/s" | "ms" | "%" | "p/s" | "B";
      bars: Array<{
        name: string;
        value: number | null;
        /** The value with its unit. */
        text: string;
        expected?: number;
        limit?: number;
      }>;
    }>;
    notes: Array<string>;
  };
  LabRunOrder: {
    experiment: string;
    lang?: (Schemas["Language"]) & (unknown);
  };
  /** Who asks, and what he may. */
  Session: {
    user: string;
    scope: Schemas["Scope"];
    via: "session" | "token";
    /** ISO 8601, UTC. */
    expiresAt?: string;
    gateway?: string;
    /** A kept lab is served: /lab answers. */
    lab: boolean;
  };
  /** operate: also WANs, reload, confirm, lab; admin: also apply, tokens, audit. */
  Scope: "read" | "operate" | "admin";
  Login: {
    user?: string;
    password: string;
  };
  Done: {
    done: true;
  };
  PasswordChange: {
    old: string;
    new: string;
  };
  /** Of whoever asks; of everybody where he is admin. */
  Sessions: {
    /** When it was read. */
    at: string;
    /** How many there are, on this page and others. */
    total: number;
    items: Array<Schemas["OpenSession"]>;
    /** Give it as `cursor` for the next page; absent: this is the last. */
    next?: string;
  };
  OpenSession: {
    /** How it is called; it opens nothing. */
    id: string;
    user: string;
    scope: Schemas["Scope"];
    /** Address of whoever logged in. */
    from: string;
    /** ISO 8601, UTC. */
    begunAt: string;
    /** ISO 8601, UTC. */
    lastUsedAt: string;
    /** ISO 8601, UTC. */
    expiresAt: string;
    /** The one that asks. */
    own: boolean;
  };
  Tokens: {
    /** When it was read. */
    at: string;
    /** How many there are, on this page and others. */
    total: number;
    items: Array<Schemas["Token"]>;
    /** Give it as `cursor` for the next page; absent: this is the last. */
    next?: string;
  };
  Token: {
    id: string;
    name: string;
    scope: Schemas["Scope"];
    /** ISO 8601, UTC. */
    createdAt: string;
    createdBy: string;
    /** ISO 8601, UTC. */
    expiresAt?: string;
    /** ISO 8601, UTC. */
    lastUsedAt?: string;
  };
  NewToken: {
    id: string;
    name: string;
    scope: Schemas["Scope"];
    /** ISO 8601, UTC. */
    createdAt: string;
    createdBy: string;
    /** ISO 8601, UTC. */
    expiresAt?: string;
    /** ISO 8601, UTC. */
    lastUsedAt?: string;
    /** Shown once: only its hash is kept. */
    token: string;
  };
  TokenRequest: {
    name: string;
    scope?: Schemas["Scope"];
    expiresInDays?: number;
  };
  /** The latest first. */
  Audit: {
    /** When it was read. */
    at: string;
    /** How many there are, on this page and others. */
    total: number;
    items: Array<Schemas["AuditEntry"]>;
    /** Give it as `cursor` for the next page; absent: this is the last. */
    next?: string;
  };
  AuditEntry: {
    id: string;
    /** ISO 8601, UTC. */
    time: string;
    who: string;
    via: "session" | "token" | "login" | "command";
    /** Address of whoever asked; empty for a command. */
    from: string;
    action: string;
    detail: string;
    status: number;
  };
}

export interface components {
  schemas: Schemas;
}

export interface paths {
  "/status": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** What the gateway is, and what it is worried about */
    get: {
      parameters: { query?: { lang?: Schemas["Language"]; }; header?: never; path?: never; cookie?: never; };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["Status"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/wans": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Every uplink: state with its reason, what it carries, what was promised */
    get: {
      parameters: { query?: { lang?: Schemas["Language"]; }; header?: never; path?: never; cookie?: never; };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["Wans"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/wans/{name}/down": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    /** Take an uplink out of use by hand */
    post: {
      parameters: { query?: { lang?: Schemas["Language"]; }; header?: never; path: { name: string; }; cookie?: never; };
      requestBody: { content: { "application/json": Schemas["WanOrder"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["WanChange"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/wans/{name}/up": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    /** Give an uplink back to its health */
    post: {
      parameters: { query?: { lang?: Schemas["Language"]; }; header?: never; path: { name: string; }; cookie?: never; };
      requestBody: { content: { "application/json": Schemas["WanOrder"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["WanChange"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/interfaces": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Interfaces as the kernel has them, with counters */
    get: {
      parameters: { query?: { limit?: number; cursor?: string; }; header?: never; path?: never; cookie?: never; };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["Interfaces"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/routes": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Candidate routes with their flags, what the kernel holds, and what differs */
    get: {
      parameters: { query?: { limit?: number; cursor?: string; lang?: Schemas["Language"]; table?: string; }; header?: never; path?: never; cookie?: never; };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["Routes"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/firewall/{table}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Rules of a table in their order, with what the kernel counted */
    get: {
      parameters: { query?: { limit?: number; cursor?: string; chain?: string; }; header?: never; path: { table: Schemas["FirewallTable"]; }; cookie?: never; };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["FirewallRules"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/connections": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Connections that the kernel tracks */
    get: {
      parameters: { query?: { limit?: number; cursor?: string; wan?: string; client?: string; port?: number | null; protocol?: string; q?: string; sort?: "order" | "rate" | "bytes" | "timeout"; }; header?: never; path?: never; cookie?: never; };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["Connections"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/queues": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Queues of the configuration, and what the kernel measured of them */
    get: {
      parameters: { query?: { limit?: number; cursor?: string; }; header?: never; path?: never; cookie?: never; };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["Queues"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/leases": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Leases of the WANs, and those given to the LANs */
    get: {
      parameters: { query?: { limit?: number; cursor?: string; }; header?: never; path?: never; cookie?: never; };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["Leases"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/health": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** What is probed, and what it says */
    get: {
      parameters: { query?: { lang?: Schemas["Language"]; }; header?: never; path?: never; cookie?: never; };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["Health"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/events": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** What the gateway said since a time */
    get: {
      parameters: { query?: { since?: string; lang?: Schemas["Language"]; }; header?: never; path?: never; cookie?: never; };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["Events"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/journal": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** What is kept of the past, over restarts */
    get: {
      parameters: { query?: { limit?: number; cursor?: string; since?: string; kinds?: string; correlation?: string; lang?: Schemas["Language"]; }; header?: never; path?: never; cookie?: never; };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["Journal"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/stream": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** What it says, as it says it (Server-Sent Events) */
    get: {
      parameters: { query?: { lang?: Schemas["Language"]; hz?: number; only?: "rates"; }; header?: never; path?: never; cookie?: never; };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "text/event-stream": Schemas["StreamMessage"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/incidents": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Times in which an uplink was down, the latest first */
    get: {
      parameters: { query?: { limit?: number; cursor?: string; since?: string; lang?: Schemas["Language"]; }; header?: never; path?: never; cookie?: never; };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["Incidents"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/incidents/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** One of them as a story, with what was measured */
    get: {
      parameters: { query?: { lang?: Schemas["Language"]; }; header?: never; path: { id: string; }; cookie?: never; };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["IncidentStory"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/report": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** How the uplinks were over a time */
    get: {
      parameters: { query: { since: string; until?: string; lang?: Schemas["Language"]; }; header?: never; path?: never; cookie?: never; };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["Report"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/series": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** What was measured of an uplink over a time */
    get: {
      parameters: { query: { wan: string; what: string; since: string; until?: string; step?: number; }; header?: never; path?: never; cookie?: never; };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["Series"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/config": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** The texts in force */
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never; };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["Config"] } };
        304: { headers: { [name: string]: unknown }; content?: never };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/config/validate": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    /** Would these texts be taken? */
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never; };
      requestBody: { content: { "application/json": Schemas["ConfigDraft"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["ConfigVerdict"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/config/plan": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    /** What would change, and which connections would move */
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never; };
      requestBody: { content: { "application/json": Schemas["ConfigDraft"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["ConfigPlan"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/config/apply": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    /** Run these texts, for good or until they are confirmed */
    post: {
      parameters: { query?: never; header: { "If-Match": string; }; path?: never; cookie?: never; };
      requestBody: { content: { "application/json": Schemas["ConfigApply"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["ConfigApplied"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/config/confirm": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    /** What was applied for a time stays */
    post: {
      parameters: { query?: never; header?: { "If-Match"?: string; }; path?: never; cookie?: never; };
      requestBody?: { content: { "application/json": Schemas["ConfigConfirm"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["ConfigConfirmed"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/config/rollback": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    /** Take back what was applied, or go to an earlier configuration */
    post: {
      parameters: { query?: never; header?: { "If-Match"?: string; }; path?: never; cookie?: never; };
      requestBody: { content: { "application/json": Schemas["ConfigRollback"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["ConfigApplied"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/config/reload": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    /** Read the files of the configuration in force again */
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never; };
      requestBody?: { content: { "application/json": Record<string, never> } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["ConfigApplied"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/config/history": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Configurations that came into force or were refused, the latest first */
    get: {
      parameters: { query?: { limit?: number; cursor?: string; }; header?: never; path?: never; cookie?: never; };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["ConfigHistory"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/explain": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    /** The way of one packet, step by step */
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never; };
      requestBody: { content: { "application/json": Schemas["ExplainRequest"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["Explanation"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/prove": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    /** What must hold for every packet, or a packet for which it does not */
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never; };
      requestBody: { content: { "application/json": Schemas["ProveRequest"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["Proof"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/spread": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    /** Which share of connections and bytes each uplink gets */
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never; };
      requestBody: { content: { "application/json": Schemas["SpreadRequest"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["Spread"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/lint": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    /** What is wrong with it, and what mends that */
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never; };
      requestBody: { content: { "application/json": Schemas["LintRequest"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["Linted"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/convert": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    /** The same configuration for another version of RouterOS, or as an intent */
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never; };
      requestBody: { content: { "application/json": Schemas["ConvertRequest"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["Converted"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/lab": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** The lab, what is broken in it, and what can be tried */
    get: {
      parameters: { query?: { lang?: Schemas["Language"]; }; header?: never; path?: never; cookie?: never; };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["Lab"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/lab/faults": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    /** Break something: pull a cable, lose packets, silence a gateway */
    post: {
      parameters: { query?: { lang?: Schemas["Language"]; }; header?: never; path?: never; cookie?: never; };
      requestBody: { content: { "application/json": Schemas["LabFault"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["Lab"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/lab/repair": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    /** Repair it */
    post: {
      parameters: { query?: { lang?: Schemas["Language"]; }; header?: never; path?: never; cookie?: never; };
      requestBody: { content: { "application/json": Schemas["LabRepair"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["Lab"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/lab/traffic": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    /** Let its clients use the Internet, or stop that */
    post: {
      parameters: { query?: { lang?: Schemas["Language"]; }; header?: never; path?: never; cookie?: never; };
      requestBody: { content: { "application/json": Schemas["LabTraffic"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["Lab"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/lab/run": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** The experiment that runs, or what the last one found */
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never; };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["LabOutcome"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    put?: never;
    /** Begin an experiment, in labs of its own beside this one; one at a time */
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never; };
      requestBody: { content: { "application/json": Schemas["LabRunOrder"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["LabOutcome"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    /** Cancel the experiment; its labs are gone when this answers */
    delete: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never; };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["LabOutcome"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/session": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Who asks, and what he may */
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never; };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["Session"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    put?: never;
    /** Log in: the answer sets the cookie of a session */
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never; };
      requestBody: { content: { "application/json": Schemas["Login"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["Session"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    /** Log out */
    delete: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never; };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["Done"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/password": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    /** Another password for whoever is logged in; his other sessions end */
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never; };
      requestBody: { content: { "application/json": Schemas["PasswordChange"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["Done"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/sessions": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Who is logged in, from where, and since when */
    get: {
      parameters: { query?: { limit?: number; cursor?: string; }; header?: never; path?: never; cookie?: never; };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["Sessions"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/sessions/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post?: never;
    /** Ends a session: who uses it has to log in again */
    delete: {
      parameters: { query?: never; header?: never; path: { id: string; }; cookie?: never; };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["Done"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/tokens": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Tokens of programs, without what opens them */
    get: {
      parameters: { query?: { limit?: number; cursor?: string; }; header?: never; path?: never; cookie?: never; };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["Tokens"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    put?: never;
    /** A token for a program; it is shown this once */
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never; };
      requestBody: { content: { "application/json": Schemas["TokenRequest"] } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["NewToken"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/tokens/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post?: never;
    /** Nobody can use this token any more */
    delete: {
      parameters: { query?: never; header?: never; path: { id: string; }; cookie?: never; };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["Done"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/audit": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Who changed what, and from where */
    get: {
      parameters: { query?: { limit?: number; cursor?: string; since?: string; }; header?: never; path?: never; cookie?: never; };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": Schemas["Audit"] } };
        default: { headers: { [name: string]: unknown }; content: { "application/problem+json": Schemas["Problem"] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
