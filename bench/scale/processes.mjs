// What a process and everything it has started take, as /proc has it.
import { readdirSync, readFileSync } from 'node:fs';

const read = path => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // It has ended meanwhile.
  }
};

const after = text => text.slice(text.lastIndexOf(')') + 2).split(' ');

/** The process and all below it. */
export function family(pid) {
  const parents = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(name => [Number(name), Number(after(read(`/proc/${name}/stat`))[1])]);
  const found = [pid];
  for (const one of found) found.push(...parents.filter(([, parent]) => parent === one).map(([id]) => id));
  return found;
}

/** Resident memory, MB: of the process itself, and of all together. */
export function memory(pid) {
  const kb = id => Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${id}/status`))?.[1] ?? 0);
  const all = family(pid).map(kb);
  return { own: all[0] / 1024, all: all.reduce((sum, one) => sum + one, 0) / 1024, processes: all.length };
}

/** CPU time of all together since they started, and of what they have started and seen end, ms (of 100 Hz ticks). */
export const cpuMs = pid =>
  family(pid).reduce((sum, id) => {
    const fields = after(read(`/proc/${id}/stat`));
    return sum + [11, 12, 13, 14].reduce((own, field) => own + Number(fields[field] ?? 0), 0) * 10;
  }, 0);

/** How often threads of all of them have slept until something happened, since they started. */
export const wakings = pid =>
  family(pid)
    .flatMap(id => threadsOf(id).map(thread => read(`/proc/${id}/task/${thread}/status`)))
    .reduce((sum, status) => sum + Number(/^voluntary_ctxt_switches:\s+(\d+)/m.exec(status)?.[1] ?? 0), 0);

function threadsOf(pid) {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return []; // It has ended meanwhile.
  }
}
