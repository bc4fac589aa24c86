import type { Gateway, GatewayEvent, Phase } from '../../gateway/index.ts';
import { sentence } from '../../report/say/index.ts';
import { monotonicMs, type ServiceManager } from '../../sys/index.ts';
import { howItIs } from './status-text.ts';

type Watched = Pick<Gateway, 'pulse' | 'status' | 'ended'>;

/** Tells systemd, or whoever else starts the gateway, how it is (sd_notify(3)). */
export interface Supervisor {
  hear(event: GatewayEvent): void;
  enter(phase: Phase): void;
  /** From now on: how it is after each event that may have changed that, and that it still decides. */
  watch(gateway: Watched): void;
}

/** What is in an event that changes how the gateway is. */
const telling: readonly GatewayEvent['type'][] = ['line', 'link', 'problem', 'cleared', 'routes-changed'];

/** Without a manager it says nothing. */
export function supervisor(manager: ServiceManager | undefined): Supervisor {
  let gateway: Watched | undefined;
  let isReady = false;
  let isStopping = false;
  let lastStatus = '';
  let hasFailed = false;

  const tell = (...lines: readonly string[]): void => {
    const trouble = manager?.tell(...lines);
    if (trouble !== undefined && !hasFailed) {
      process.stderr.write(
        `jalur: the service manager (NOTIFY_SOCKET) cannot be told how it is: ${trouble}\n`,
      );
    }
    hasFailed = trouble !== undefined;
  };
  const tellStatus = (status: string, ...others: readonly string[]): void => {
    if (status !== lastStatus || others.length > 0) tell(...others, `STATUS=${status}`);
    lastStatus = status;
  };
  let isAsked = false;
  /** Several events of one moment are one status. */
  const refresh = (): void => {
    if (isAsked) return;
    isAsked = true;
    setImmediate(() => {
      isAsked = false;
      if (gateway && isReady && !isStopping) tellStatus(howItIs(gateway.status()));
    });
  };

  return {
    hear(event) {
      if (!manager || isStopping) return;
      if (event.type === 'ready') {
        isReady = true;
        tellStatus(sentence(event), 'READY=1');
      } else if (!isReady && event.type === 'problem') {
        tellStatus(`not ready: ${event.condition.what}`);
      } else if (telling.includes(event.type)) refresh();
    },
    enter(phase) {
      if (phase === 'stopping') {
        isStopping = true;
        tell('STOPPING=1');
      } else if (!isReady || isStopping) return;
      else if (phase === 'changing')
        tell('RELOADING=1', `MONOTONIC_USEC=${Math.round(monotonicMs() * 1000)}`);
      else tell('READY=1');
    },
    watch(started) {
      gateway = started;
      if (!manager) return;
      refresh();
      if (manager.watchdogMs !== undefined) watchdog(started, manager.watchdogMs, () => tell('WATCHDOG=1'));
    },
  };
}

/** Speaks as long as the gateway decides. */
function watchdog({ pulse, ended }: Watched, everyMs: number, speak: () => void): void {
  let isWaiting = false;
  const look = (): void => {
    if (isWaiting) return;
    isWaiting = true;
    void pulse().then(() => {
      isWaiting = false;
      speak();
    });
  };
  look();
  const timer = setInterval(look, everyMs).unref();
  void ended.then(() => clearInterval(timer));
}
