// What a packet costs, as a ratio to plain masquerade, by this thread's own time: in-kernel generator, 60-byte UDP, measured in
// turn with the reference. As root:
//   npm run bench:packets [-- --json FILE] [--rounds 21] [--packets 60000] [--only NAME] [--wans N] [--unanswered]
// --unanswered: of connections that nobody answers, which are new to the tracking with each packet
import { writeFileSync } from 'node:fs';
import { arch, cpus, release } from 'node:os';
import { parseArgs } from 'node:util';
import { closeBeds } from './bed.mjs';
import { compare } from './compare.mjs';
import { shorewall } from './shorewall.mjs';
import { gateway, isInstalled, linear, mwan3, plain } from './subjects.mjs';

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    rounds: { type: 'string', default: '21' },
    packets: { type: 'string', default: '60000' },
    only: { type: 'string' },
    unanswered: { type: 'boolean', default: false },
    wans: { type: 'string' },
  },
});

const paper = gateway('jalur run, the paper');
const plan = [
  { subject: { ...plain, name: 'plain masquerade (control)' }, wans: 2 },
  { subject: paper, wans: 2 },
  { subject: paper, wans: 8 },
  { subject: paper, wans: 64 },
  { subject: gateway('jalur run, with the default firewall', { firewall: true }), wans: 2 },
  {
    subject: gateway('jalur run, with 2000 filter rules and 20 000 addresses', {
      firewall: true,
      rules: 2000,
      entries: 20_000,
    }),
    wans: 2,
  },
  { subject: linear, wans: 2 },
  { subject: linear, wans: 8 },
  { subject: linear, wans: 64 },
  { subject: mwan3, wans: 2 },
  { subject: mwan3, wans: 8 },
  { subject: shorewall, wans: 2 },
  { subject: shorewall, wans: 8 },
].filter(
  ({ subject, wans }) =>
    (!values.only || subject.name.includes(values.only)) && (!values.wans || wans === Number(values.wans)),
);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    closeBeds();
    process.exit(130);
  });
}

const options = {
  rounds: Number(values.rounds),
  packets: Number(values.packets),
  unanswered: values.unanswered,
};
const rows = [];
for (const { subject, wans } of plan) {
  if (!isInstalled(subject)) {
    console.error(
      `${subject.name}: not measured, ${subject.needs.tool} is missing (apt-get install ${subject.needs.apt})`,
    );
    continue;
  }
  const row = await compare(subject, wans, options);
  const { rules = 0 } = subject.options ?? {};
  rows.push({ ...row, rules });
  console.error(`${row.name}, ${wans} ISPs: established ${row.established}, new ${row.new} (${row.ns} ns)`);
}
const control = rows.find(({ name }) => name.endsWith('(control)'));
const environment = {
  kernel: release(),
  arch: arch(),
  cpu: cpus()[0]?.model,
  cores: cpus().length,
  node: process.version,
};
const report = { environment, control, rows: rows.filter(row => row !== control) };
if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`, { mode: 0o644 });
console.table(rows);
process.exit(0);
