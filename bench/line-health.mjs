// False alarms and detection times of health/line on simulated lines (docs/health.md): npm run build first.
//   node bench/line-health.mjs [DAYS]        simulated days of each kind of line; default 1
import {
  bernoulli,
  bufferbloat,
  deadFrom,
  exponential,
  gilbertElliott,
  jittery,
  randomOf,
  simulate,
  watchOf,
} from '../dist/health/line/testing/index.js';

const dayMs = 86_400_000;
const days = Number(process.argv[2] ?? 1);
const counted = watchOf({ counted: true });
const every = ms => afterMs => afterMs + ms;
const full = bufferMs => random => ({
  watch: counted,
  path: bufferbloat(random, { bufferMs }),
  trafficPath: () => 30,
  traffic: every(47),
});

/** At most so many verdicts a day where losses are independent (docs/health.md#false-alarms). */
const bounds = { idle: loss => 144_000 * loss ** 15, traffic: loss => 576_000 * loss ** 5 };

const idle = loss => ({
  bound: bounds.idle(loss),
  make: random => ({ path: bernoulli(random, { loss }) }),
});
/** Sparse traffic is the worst: nearly every packet is the last for a while, so that each that is lost raises a suspicion. */
const sparse = loss => ({
  bound: bounds.traffic(loss),
  make: random => ({
    watch: counted,
    path: bernoulli(random, { loss }),
    traffic: afterMs => afterMs + exponential(random, 300),
  }),
});

const kinds = {
  ...Object.fromEntries([2, 5, 20, 40].map(loss => [`idle, ${loss} % lost`, idle(loss / 100)])),
  ...Object.fromEntries(
    [2, 5, 20, 40].map(loss => [`a packet each 300 ms on average, ${loss} % lost`, sparse(loss / 100)]),
  ),
  'idle, bursts of loss, 100 ms on average, one a minute': random => ({
    path: gilbertElliott(random, { goodMs: 60_000, badMs: 100 }),
  }),
  'idle, round trips 40 ms to 1.5 s': random => ({ path: jittery(random, { rttMs: 40, longMs: 1500 }) }),
  'traffic, 2 % lost': random => ({
    watch: counted,
    path: bernoulli(random, { loss: 0.02 }),
    traffic: every(100),
  }),
  'traffic, 5 % lost': random => ({
    watch: counted,
    path: bernoulli(random, { loss: 0.05 }),
    traffic: every(100),
  }),
  'traffic, bursts of loss, 100 ms on average, one a minute': random => ({
    watch: counted,
    path: gilbertElliott(random, { goodMs: 60_000, badMs: 100 }),
    traffic: every(40),
  }),
  'full, 500 ms of buffer': full(500),
  'full, 3 s of buffer': full(3000),
};

const faults = {
  idle: (random, deadMs) => ({ path: deadFrom(bernoulli(random, {}), deadMs) }),
  'idle, 2 % lost': (random, deadMs) => ({ path: deadFrom(bernoulli(random, { loss: 0.02 }), deadMs) }),
  'a packet each 20 ms on average': busy(20, 0),
  'a packet each 100 ms on average': busy(100, 0),
  'a packet each 20 ms on average, 2 % lost': busy(20, 0.02),
};

function busy(meanMs, loss) {
  return (random, deadMs) => ({
    watch: counted,
    path: deadFrom(bernoulli(random, { loss }), deadMs),
    traffic: afterMs => afterMs + exponential(random, meanMs),
  });
}

const isDown = ({ verdict }) => verdict.status === 'down' && !verdict.held;

for (const [name, kind] of Object.entries(kinds)) {
  const { make, bound } = typeof kind === 'function' ? { make: kind } : kind;
  const { verdicts, probes } = simulate({ watch: watchOf(), ...make(randomOf(1)), untilMs: days * dayMs });
  const falls = verdicts.filter(isDown).length;
  const megabytes = ((probes * 72) / days / 1e6).toFixed(1);
  const most = bound === undefined ? '' : `, at most ${(bound * days).toPrecision(2)} by the formula`;
  console.log(`${name}: ${falls} verdicts in ${days} days${most}, ${megabytes} MB a day`);
}
for (const [name, make] of Object.entries(faults)) {
  const times = Array.from({ length: 200 }, (_, seed) => {
    const random = randomOf(seed + 1);
    const deadMs = 10_000 + random() * 2000;
    const { verdicts } = simulate({ watch: watchOf(), ...make(random, deadMs), untilMs: deadMs + 5000 });
    return (verdicts.find(one => one.atMs >= deadMs && isDown(one))?.atMs ?? Number.NaN) - deadMs;
  }).sort((a, b) => a - b);
  const [p50, p99] = [times[100], times[198]].map(Math.round);
  console.log(`dies, ${name}: p50 ${p50} ms, p99 ${p99} ms of ${times.length}`);
}
