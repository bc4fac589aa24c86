/** So often it is looked whether anything was heard. */
const everyMs = 1000;
/** So many looks without anything, and somebody who waits is told. */
const mostLooks = 3;

export interface SilenceOptions {
  /** Asks for any answer. */
  readonly ask: () => void;
  /** It was asked, and nothing has come. */
  readonly silent: () => void;
  /** Something has come after that. */
  readonly heard: () => void;
}

/**
 * Whether the other end of a socket is alive, which stays open also where its process hangs. Looks are counted, not time: whoever was
 * himself stopped for a while has heard nothing either.
 */
export function watchSilence({ ask, silent, heard }: SilenceOptions) {
  let [timer, looks, isSilent]: [NodeJS.Timeout | undefined, number, boolean] = [undefined, 0, false];
  const look = (): void => {
    if (isSilent) return;
    looks += 1;
    if (looks === 2) ask();
    isSilent = looks > mostLooks;
    if (isSilent) silent();
  };
  return {
    watch(isWanted: boolean): void {
      if (isWanted === (timer !== undefined)) return;
      clearInterval(timer);
      looks = 0;
      timer = isWanted ? setInterval(look, everyMs).unref() : undefined;
    },
    /** Anything has come. */
    hear(): void {
      looks = 0;
      if (!isSilent) return;
      isSilent = false;
      heard();
    },
    /** It is another socket from now on. */
    forget(): void {
      [looks, isSilent] = [0, false];
    },
  };
}
