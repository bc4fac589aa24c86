/** The side of a kept lab that answers: faults, traffic, experiments. Who asks is in `kept/`. */
export { serveKept } from './serve.ts';
