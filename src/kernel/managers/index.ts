/** Other programs that configure the interfaces that we configure. */
export { type PortManager, portManagers } from './managers.ts';
