/**
 * What the process says to whoever called it. `bad`: the answer is that something is wrong. `noAnswer`: the question
 * could not be asked or answered (options, unreadable text, what is open, this machine). 70 is EX_SOFTWARE of
 * sysexits(3); 130 and 141 are what a shell says of a program that SIGINT or SIGPIPE ended.
 */
export const exitCode = { ok: 0, bad: 1, noAnswer: 2, bug: 70, interrupted: 130, unread: 141 } as const;
