/** The side of a kept lab that answers: faults, traffic, experiments. Who asks is in `kept/`. */
export { type KeptServer, serveKept } from './serve.ts';
