// `jalur web` over a gateway that runs, as a child of ours that stays who we are, so that it can be measured.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { end, packagePath, run, sleep, spawnIn } from '../../dist/sys/index.js';

export async function startWeb(site, port) {
  const base = `http://127.0.0.1:${port}`;
  const folder = join(site.folder, 'web');
  const jalur = packagePath('bin/jalur');
  const token = run([jalur, 'token', 'add', 'bench', '--scope', 'admin', '--folder', folder]).stdout.trim();
  const password = randomBytes(12).toString('hex');
  run([jalur, 'passwd', 'admin', '--folder', folder], { input: `${password}\n` });
  const socket = join(site.folder, 'state', 'control.sock');
  const argv = [jalur, 'web', '--folder', folder, '--port', `${port}`, '--socket', socket];
  const child = spawnIn(undefined, [process.execPath, ...argv, '--web-user', 'root'], {
    stdio: ['pipe', 'inherit', 'pipe'],
    env: { JALUR_WEB_CHILD: '1' },
  });
  let said = '';
  child.stderr.on('data', part => {
    said += part;
  });
  while (!said.includes(base)) {
    if (child.exitCode !== null) throw new Error(`jalur web ended: ${said}`);
    await sleep(50);
  }
  const headers = { authorization: `Bearer ${token}` };
  return {
    ...{ base, password, pid: child.pid },
    async ask(path) {
      const answer = await fetch(`${base}/api/v1${path}`, { headers });
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
    /** Somebody hears the stream while that goes on; how often rates came. */
    async hearing(query, work) {
      const abort = new AbortController();
      const stream = await fetch(`${base}/api/v1/stream${query}`, { headers, signal: abort.signal });
      let rates = 0;
      const reading = (async () => {
        const decoder = new TextDecoder();
        for await (const part of stream.body) rates += decoder.decode(part).split('event: rates').length - 1;
      })().catch(() => {});
      await work();
      abort.abort();
      await reading;
      return rates;
    },
    stop: () => end(child),
  };
}
