import { type Capability, gatewayCapabilities, gatewayNodeOptions } from '../sys/index.ts';

/** What a unit depends on of the machine that it is for. */
export interface UnitPlace {
  /** The program, absolute. */
  readonly program: string;
  /** The folder of `node`, where the program does not find it by itself. */
  readonly nodeFolder?: string | undefined;
  /** Program or node lie in somebody's home: it must be visible. */
  readonly isInHome?: boolean | undefined;
}

/** First line of every file that `jalur install` makes. */
export const mark = '# Made by jalur install. jalur install --remove takes it away.';

const capabilities = (names: readonly Capability[]): string => names.map(name => `CAP_${name}`).join(' ');

/**
 * The service as systemd(1) runs it. Stopping it leaves the network as it is, with the services of the LAN, so that the next start
 * (an upgrade, a crash) goes on from there and no packet is lost; hence KillMode=process and --leave.
 */
export const unitText = ({ program, nodeFolder, isInHome = false }: UnitPlace): string => `${mark}
# Changes of yours: systemctl edit jalur (they stay in a file of their own).
[Unit]
Description=jalur, the gateway that the configuration in /etc/jalur describes
Documentation=man:jalur(1)
Wants=network-pre.target
After=network-pre.target systemd-modules-load.service systemd-sysctl.service
Before=network-online.target
# An office's only way to the Internet is never given up.
StartLimitIntervalSec=0

[Service]
Type=notify
NotifyAccess=main
EnvironmentFile=-/etc/default/jalur
Environment=MALLOC_ARENA_MAX=1 NODE_OPTIONS=${gatewayNodeOptions.join(' ')}
${nodeFolder === undefined ? '' : `Environment="PATH=${nodeFolder}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"\n`}ExecStart=${program} run --leave $JALUR_OPTIONS -- /etc/jalur
ExecReload=${program} reload
Restart=always
RestartSec=2
# What cannot be enforced here does not change by being tried again.
RestartPreventExitStatus=1
TimeoutStartSec=120
TimeoutStopSec=30
WatchdogSec=30
# Stopping leaves the network, the leases and the LAN's servers as they are: the next start takes them over.
KillMode=process
OOMScoreAdjust=-900
LimitCORE=0
# Its probes must not be late because the machine is busy.
LimitNICE=40

# What it keeps: /run/jalur for one boot, /var/lib/jalur for good.
RuntimeDirectory=jalur
RuntimeDirectoryMode=0710
RuntimeDirectoryPreserve=yes
StateDirectory=jalur
StateDirectoryMode=0710
UMask=0077

# What it may do. Sysctls of the network are its work, so they stay writable; JavaScript needs memory that is written and run.
CapabilityBoundingSet=${capabilities(gatewayCapabilities)}
AmbientCapabilities=
NoNewPrivileges=yes
ProtectSystem=strict
# Where "save" puts a configuration that was confirmed.
ReadWritePaths=-/etc/jalur
ProtectHome=${isInHome ? 'read-only' : 'yes'}
PrivateTmp=yes
PrivateDevices=yes
PrivateMounts=yes
ProtectKernelModules=yes
ProtectKernelLogs=yes
ProtectControlGroups=yes
ProtectClock=yes
ProtectHostname=yes
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK AF_PACKET
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
SystemCallArchitectures=native
# capset: a DHCP client gets fewer rights than the gateway.
SystemCallFilter=@system-service capset
SystemCallErrorNumber=EPERM

[Install]
WantedBy=multi-user.target
`;

/** What pppd needs besides: its device, and the sockets of PPPoE. Whoever dials no line has neither. */
export const diallingText = `${mark}
# The configuration has PPPoE lines with passwords, which pppd dials.
[Service]
BindPaths=-/dev/ppp
DeviceAllow=/dev/ppp rw
RestrictAddressFamilies=AF_PPPOX
`;
