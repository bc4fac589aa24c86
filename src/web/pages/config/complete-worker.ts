import { type CompletionAsked, completionsIn } from '../../parts/editor/completions.ts';

/** Works out completions beside the page: the reader is much to load, and a text may be long. */
addEventListener(
  'message',
  ({ data: { id, asked } }: MessageEvent<{ id: number; asked: CompletionAsked }>) => {
    postMessage({ id, found: completionsIn(asked) });
  },
);
