/** The last values of a measurement, oldest first; undefined where nothing was measured. */
export type Recent = readonly (number | undefined)[];

/** One more value, without what is too old. */
export const withNewest = (recent: Recent, value: number | undefined, length: number): Recent =>
  recent.length < length ? [...recent, value] : [...recent.slice(recent.length - length + 1), value];
