export interface Flow {
  readonly width: number;
  readonly speed: 'none' | 'slow' | 'middle' | 'fast';
}

/** How a rate is drawn: thicker by each factor of ten, and moving in three speeds. */
export function flowOf(bitsPerSecond: number): Flow {
  if (bitsPerSecond < 1000) return { width: 1.5, speed: 'none' };
  // In halves: a cable that is drawn anew for each packet more says nothing more.
  const width = Math.min(8, Math.round((1.5 + Math.log10(bitsPerSecond / 1000) * 1.1) * 2) / 2);
  return { width, speed: bitsPerSecond < 1e6 ? 'slow' : bitsPerSecond < 2e7 ? 'middle' : 'fast' };
}
