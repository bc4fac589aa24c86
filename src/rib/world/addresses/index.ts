/** Addresses that a text does not state: who seems to have one, and which. */
export * from './assumed-addresses.ts';
export { portsTakenForGranted, withAssumedPorts, withPorts } from './assumed-ports.ts';
export { gatewaysBehind } from './gateways-behind.ts';
export { translatedTo } from './translated-to.ts';
