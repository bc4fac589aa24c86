import { type Service, type ServiceHooks, startService } from './service.ts';
import { isSameSpec, type ServiceSpec } from './service-spec.ts';

/** A set of running services that is set to what should run. */
export interface ServiceSet {
  /** Stops what is not wanted, restarts what changed, starts what is missing; returns the names it touched. */
  set(wanted: readonly ServiceSpec[]): Promise<readonly string[]>;
  readonly pids: readonly number[];
  /** Lets them run on without us. */
  leave(): Promise<void>;
}

export function serviceSet(hooks: ServiceHooks): ServiceSet {
  const running = new Map<string, Service>();
  return {
    async set(wanted) {
      const over = [...running].filter(([, { spec }]) => !wanted.some(one => isSameSpec(one, spec)));
      for (const [name] of over) running.delete(name);
      await Promise.all(over.map(([, service]) => service.stop()));
      const touched = over.map(([name]) => name);
      for (const spec of wanted) {
        if (running.has(spec.name)) continue;
        running.set(spec.name, startService(spec, hooks));
        if (!touched.includes(spec.name)) touched.push(spec.name);
      }
      return touched;
    },
    async leave() {
      await Promise.all([...running.values()].map(service => service.leave()));
      running.clear();
    },
    get pids() {
      return [...running.values()].flatMap(({ pid }) => pid ?? []);
    },
  };
}
