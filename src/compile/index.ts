/** Router → programs as data: the desired state of a Linux host, or RouterOS text. */
export * from './linux/index.ts';
export * from './routeros/index.ts';
