/** What the commands say that walk packets. */
export const walkMessages = {
  explain: {
    description:
      'Walks one packet through the configuration as RouterOS (or our Linux program) would, and tells the way.\nThe first line is the answer; each step names the line that decided it.',
    examples: `
Examples:
  jalur explain examples/paper --in ether4 --src 192.168.0.10 --dst 8.8.8.8 --proto tcp --dport 443
  jalur explain examples/paper-fixed --in LAN --src 192.168.0.10 --dst 8.8.8.8 --dport 443 --down ISP1
  jalur explain office.rsc --in ether1 --src 1.2.3.4 --dst 10.10.10.254 --dport 22 --reply
  jalur explain office.rsc --src 10.10.10.254 --dst 1.1.1.1 --proto udp --dport 53     from the router itself`,
    in: 'interface it comes in by, or what its comment calls it; without: the router makes it',
    src: 'source address',
    dst: 'destination address',
    proto: 'protocol',
    sport: 'source port',
    dport: 'destination port',
    reply: 'also follow the answer back',
    assumedInitval: 'PCC is that of a boot which drew 0; --initval chooses another.',
    through: 'follow the connection through the death of this WAN and its return',
    before: 'First:',
    during: (wan: string) => `Then ${wan} is unplugged:`,
    after: (wan: string) => `Then ${wan} is back:`,
    assume: 'settle what is open: limit=above, limit@12=above for the rule of line 12 (repeatable)',
    assumption: 'It is a question and an answer, such as limit=above.',
    at: 'the moment that is asked about, for time= conditions: "mon 14:00"',
    moment: 'It is a day and a time of day, such as "mon 14:00".',
    notOpen: (word: string, open: readonly string[]) =>
      `jalur: ${word} answers nothing that is open here.\n       Open: ${open.join(', ') || 'nothing'}\n`,
    leftOut: (place: string, why: string) =>
      `${place}: this rule is not in the Linux program: ${why.replace(/\.$/, '')}.`,
    strict: 'exit 2 where the answer depends on something that is open',
    dependsOn: (points: readonly string[]) => `Depending on ${points.join(' and ')}:`,
    stopped: 'More ways exist than were walked: nothing is said of the others.',
    whyNot: 'why rules did not match: those up to this line of the file, or all',
    initval: "RouterOS's boot-time number for PCC, or the seed of our Linux program",
    json: 'as JSON',
    address: 'It is an IPv4 address such as 192.168.0.10.',
    protocol: 'It is tcp, udp, icmp or another IP protocol.',
    line: 'It is a line number or all.',
    drawn: 'A number drawn at boot, a counter or chance decides which; --initval fixes the number.',
    likely: (percent: string) => `The likeliest way (${percent}), step by step:`,
    empty: 'Tables that were looked in without success:',
    answer: 'The answer:',
  },
  spread: {
    description: 'Sends imagined connections through the configuration and counts where they leave.',
    examples: `
Examples:
  jalur spread examples/paper-fixed
  jalur spread examples/paper-fixed --down ISP1
  jalur spread office.rsc --flows 10000 --clients 40 --destinations 500 --json`,
    flows: 'connections in each of the imagined boots',
    clients: 'clients on the LAN',
    destinations: 'hosts on the Internet',
    json: 'as JSON',
    depending: (points: readonly string[]) => `, depending on ${points.join(' and ')}`,
    noLan: 'jalur: no LAN is found: no interface but the WANs has a network.\n',
  },
  diff: {
    description:
      'Compares two configurations item by item, in order, and sends the same connections through both:\nwhich leave by another WAN, lose their translation or are dropped.',
    examples: `
Examples:
  jalur diff examples/paper examples/paper-fixed
  jalur diff office.rsc office-new.rsc --down ISP1
  jalur diff before.rsc after.rsc --json`,
    head: (
      changes: number,
      connections: number,
      moving: { readonly from: number; readonly to: number },
      points: readonly string[],
    ) => {
      const many = moving.from === moving.to ? `${moving.to}` : `${moving.from} to ${moving.to}`;
      const open = points.length === 0 ? '' : `, depending on ${points.join(' and ')}`;
      return `${changes} ${changes === 1 ? 'change' : 'changes'}; of ${connections} connections ${many} move${open}.`;
    },
    before: 'the configuration as it is',
    after: 'the configuration as it shall be',
    json: 'as JSON',
  },
  prove: {
    description:
      'Divides all packets into classes by the bounds that the rules themselves draw, walks one packet of each, and checks: the LAN reaches the Internet translated, answers leave as they came, nothing loops or leaks, the router can be reached, PCC and tables are complete; also with any one WAN dead. What the packet or the world decides is walked both ways. Exit code 0: all holds; 1: something is violated; 2: no answer (it depends, or it could not be judged).',
    examples: `
Examples:
  jalur prove examples/paper
  jalur prove examples/paper-fixed --json`,
    json: 'as JSON',
    proved: (classes: number, worlds: number) =>
      `All holds: ${classes} classes of packets in ${worlds} states of the world.\n`,
    dependsOn: (invariants: readonly string[], points: readonly string[]) =>
      `Depends on ${points.join(' and ')}: ${invariants.join(', ')}.\n`,
    notProved: (reasons: readonly string[]) => `Not proved: ${reasons.join('; ')}.\n`,
    noLan: 'A LAN is an interface with an address that is no WAN: say /ip address.',
    example: (packet: string, initval: number) => `It begins with ${packet} (initval ${initval}).`,
    violated: (count: number, depends: string) =>
      `${count} ${count === 1 ? 'invariant is' : 'invariants are'} violated.${depends === '' ? '\n' : ` ${depends}`}`,
    depending: (points: readonly string[], sentence: string) =>
      `Depending on ${points.join(' and ')}: ${sentence}`,
  },
} as const;
