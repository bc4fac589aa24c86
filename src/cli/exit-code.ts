/** What the process says to whoever called it. 70 is EX_SOFTWARE of sysexits(3). */
export const exitCode = { ok: 0, refused: 1, environment: 2, bug: 70, interrupted: 130 } as const;
