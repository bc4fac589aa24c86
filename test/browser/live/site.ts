import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { type GatewayBench, gatewayBench } from '../../../src/gateway/testing/bench.ts';
import { type JalurRunner, jalurRunner } from '../../../src/gateway/testing/jalur-run.ts';
import { officeText } from '../../../src/server/testing/office.ts';
import { packagePath, run, spawnIn } from '../../../src/sys/index.ts';
import { executablePath } from '../browser.ts';

export const password = 'a password of this test';
export const url = 'https://192.168.0.1:8443';

/** A gateway that runs with its pages, and a Chromium at a desk of its LAN. */
export interface LiveSite {
  readonly bench: GatewayBench;
  readonly runner: JalurRunner;
  readonly browser: Browser;
  down(): Promise<void>;
}

export async function liveSite(): Promise<LiveSite> {
  const bench = await gatewayBench();
  const runner = jalurRunner(bench);
  let browser: Browser | undefined;
  const down = async (): Promise<void> => {
    await browser?.close();
    await runner.end();
    await bench.down();
  };
  try {
    atDesk(bench);
    await startedWith(bench, runner);
    browser = await chromiumIn(bench);
    return { bench, runner, browser, down };
  } catch (error) {
    await down();
    throw error;
  }
}

/**
 * What a DHCP client would have, and somebody who talks to hosts behind each ISP. Without IPv6, whose addresses come into use some seconds
 * later: Chromium gives up what it is loading then, a style sheet as well.
 */
function atDesk({ lan }: GatewayBench): void {
  run(['sysctl', '-qw', 'net.ipv6.conf.all.disable_ipv6=1'], { ns: lan });
  run(['ip', 'link', 'set', 'dev', 'lo', 'up'], { ns: lan });
  run(['ip', 'addr', 'add', '192.168.0.10/24', 'dev', 'eth0'], { ns: lan });
  run(['ip', 'route', 'add', 'default', 'via', '192.168.0.1'], { ns: lan });
}

async function startedWith(bench: GatewayBench, runner: JalurRunner): Promise<void> {
  const web = ['--web-user', 'nobody', '--folder', join(runner.state, 'web')];
  runner.start(bench.config(officeText), '--web', '8443', '--web-user', 'nobody', '--leave');
  await runner.last?.leased();
  run([packagePath('bin/jalur'), 'passwd', ...web], { input: `${password}\n` });
  await runner.last?.heard(/https:\/\/192\.168\.0\.1:8443/);
  for (const host of ['208.67.220.220', '1.0.0.1']) spawnIn(bench.lan, ['ping', '-q', '-i', '1', host]);
}

/** Playwright starts a program; this one enters the namespace of the LAN first. */
function chromiumIn({ stateDir, lan }: GatewayBench): Promise<Browser> {
  const program = join(stateDir, 'chromium');
  writeFileSync(program, `#!/bin/sh\nexec ip netns exec ${lan.name} ${executablePath} "$@"\n`);
  chmodSync(program, 0o755);
  return chromium.launch({ executablePath: program, args: ['--no-sandbox'] });
}
