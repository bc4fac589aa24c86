/** Configurations alone, for those who read one and start no gateway: loads neither kernel nor services. */
export { type Config, readConfig } from '../config.ts';
