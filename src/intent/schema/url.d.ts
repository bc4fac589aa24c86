// The types of zod name a global that browsers and Node have; the floors below both declare neither.
declare global {
  interface URL {
    readonly href: string;
  }
}

export {};
