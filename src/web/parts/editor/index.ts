export { completionSource } from './completion-source.ts';
export { Editor, type EditorHandle } from './editor.tsx';
export type { Marked } from './marks.ts';
