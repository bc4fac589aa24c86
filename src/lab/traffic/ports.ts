/** Which service listens on which port of every server of the lab's Internet. */
export const servicePort = {
  /** Tells the client the address it sees it come from, then waits. TCP. */
  greet: 80,
  greetTls: 443,
  /** Greets, then sends back what it gets. TCP. */
  echo: 7,
  /** Sends without end. TCP. */
  source: 5001,
  /** Swallows without end. TCP. */
  sink: 5002,
  /** Greets, then sends one byte now and then; the client never has to send. TCP. */
  trickle: 5003,
  /** Greets, sends a page of `pageBytes` and ends. TCP. */
  page: 5004,
} as const;

/** Of a page, the greeting not counted. */
export const pageBytes = 150_000;
