import { parseArgs } from 'node:util';

const text = `npm run bench:failover -- [options]     as root

  --json FILE          writes the figures
  --faults N           faults of each kind (30)
  --only NAME,…        these faults alone
  --sites veths,lab    where
  --peers NAME,…       these peers alone; none: no peers
  --peer-faults N      faults of each kind for a peer (3)
  --saturated MIN      how long full lines are watched (10)
  --loss MIN           how long lines that lose 2 % are watched (10)
  --minutes M          ends within about this time: fewer faults, shorter watches
  --install            installs the peers with apt-get first`;

const list = value => (value === undefined ? undefined : value.split(',').filter(one => one !== 'none'));

/** What was asked for on the command line. */
export function readArguments() {
  const { values } = parseArgs({
    options: {
      json: { type: 'string' },
      faults: { type: 'string', default: '30' },
      only: { type: 'string' },
      sites: { type: 'string', default: 'veths,lab' },
      peers: { type: 'string' },
      'peer-faults': { type: 'string', default: '3' },
      saturated: { type: 'string' },
      loss: { type: 'string' },
      minutes: { type: 'string' },
      install: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(text);
    process.exit(0);
  }
  const minutes = values.minutes === undefined ? undefined : Number(values.minutes);
  // A quarter of the time for what must not happen, a sixth for the peers: the rest is for the faults.
  const watch = minutes === undefined ? 10 : Math.min(10, minutes / 4);
  return {
    json: values.json,
    faults: Number(values.faults),
    only: list(values.only),
    sites: list(values.sites),
    peers: list(values.peers),
    peerFaults: Number(values['peer-faults']),
    saturated: Number(values.saturated ?? watch),
    loss: Number(values.loss ?? watch),
    minutes,
    install: values.install,
  };
}
