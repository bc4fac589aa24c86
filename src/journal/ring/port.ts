/** A file as the ring needs it. Each call throws what the file system says. */
export interface RingPort {
  /** As many bytes as there are, up to `length`. */
  read(offset: number, length: number): Uint8Array;
  write(offset: number, bytes: Uint8Array): void;
  /** Makes the file that long; what is new reads as zeros. */
  resize(size: number): void;
  close(): void;
}
