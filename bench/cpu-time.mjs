// Loaded before the program (`node --import`), tells at its end by descriptor 3 what the process took: ms of CPU time in user space and
// in the system, of the thread that decides alone (with both), and the most MB that it had.
import { readFileSync, writeSync } from 'node:fs';

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const [thread] = readFileSync('/proc/self/schedstat', 'utf8').split(' ');
  const ms = microseconds => Math.round(microseconds / 1000);
  const mb = Math.round(process.resourceUsage().maxRSS / 1024);
  writeSync(3, JSON.stringify({ user: ms(user), system: ms(system), thread: Math.round(thread / 1e6), mb }));
});
