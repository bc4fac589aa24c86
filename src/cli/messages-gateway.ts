/** What the commands say that look at, run or take back a gateway. */
export const gatewayMessages = {
  subject: {
    path: 'RouterOS configuration, or a folder with one',
    down: 'as if this interface were unplugged, by name or comment (repeatable)',
    dead: 'as if nothing behind this interface answered, though its link is up (repeatable)',
    unreachable: 'as if this checked gateway did not answer: 8.8.8.8 or 8.8.8.8%ether1 (repeatable)',
    lease: 'as if DHCP or a dialled line had given this (repeatable)',
    wan: 'the WAN ports, instead of what the text shows: ether1,ether2',
    lan: 'the LAN ports, instead of what the text shows: bridge',
    leaseForm: 'ether1=10.10.10.254/24,10.10.10.1 is the form.',
    dialect: 'read the text as RouterOS 6 or 7',
    state: 'where a running gateway keeps its state',
    noInterface: (word: string, known: readonly string[]) =>
      `jalur: there is no interface ${word}.\n       Interfaces: ${known.join(', ')}\n`,
    noCheck: (word: string, known: readonly string[]) =>
      `jalur: no route checks a gateway ${word}.\n       Checked: ${known.join(', ') || 'none (check-gateway is nowhere set)'}\n`,
  },
  routes: {
    summary: 'show every route, which are active and why',
    description: 'Shows every route of a configuration, which are active, and why the others are not.',
    json: 'as JSON',
    examples: `
Examples:
  jalur routes examples/paper                     every route; which are active, and why the others are not
  jalur routes office.rsc --down ether2           the same with that link down
  jalur routes office.rsc --lease ether1=10.10.10.254/24,10.10.10.1
  jalur routes office.rsc --json`,
  },
  plan: {
    summary: 'show what would be done to Linux',
    description:
      'Shows the Linux program that a configuration becomes: sysctl, rules, routes, nftables, tc, services.\nEach line ends in the place of the statement that asked for it. Nothing is changed.',
    json: 'as JSON',
    seed: 'seed of the PCC hash (a running gateway chooses one and keeps it)',
    seedRange: 'It is a number from 0 to 4294967295.',
    examples: `
Examples:
  jalur plan examples/paper-fixed                 the whole program as text
  jalur plan office.rsc --down ether2             the program while that link is down
  jalur plan office.rsc --json`,
  },
  run: {
    summary: 'be the gateway that a configuration describes',
    description:
      'Runs a configuration on this machine, in the foreground: addresses, DHCP, routes, firewall, failover.',
    path: 'RouterOS configuration, or a folder with one',
    state: 'where seed, leases and what to undo are kept (default: /run/jalur/<namespace>)',
    leave: 'leave everything in the kernel at the end',
    json: 'one JSON object per line and event',
    examples: `
Examples:
  jalur run office.rsc             be this gateway until Ctrl-C, then put everything back
  jalur run office.rsc --leave     leave addresses, routes and firewall in place at the end
  jalur run office.rsc --json      events as JSON lines, for programs

It needs root, and changes the network namespace it is started in.`,
  },
  undo: {
    summary: 'remove exactly what jalur made',
    description:
      'Removes from this network namespace everything that carries the mark of jalur (nftables table, routes, rules,\nqueues, addresses it added) and restores what it had changed. Nothing else is touched.',
    json: 'as JSON',
    dryRun: 'only say what would be removed',
    nothing: 'Nothing here carries our mark; nothing was changed.\n',
    done: (count: number) => `Removed or restored ${count} ${count === 1 ? 'thing' : 'things'}:\n`,
    problems: 'These could not be removed:\n',
    examples: `
Examples:
  sudo jalur undo
  sudo ip netns exec office jalur undo            in another network namespace`,
  },
} as const;
