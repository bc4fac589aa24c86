export { Editor, type EditorHandle } from './editor.tsx';
export type { Marked } from './marks.ts';
