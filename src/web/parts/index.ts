export { CopyButton } from './copy-button.tsx';
export { DiffView } from './diff/index.ts';
export { completionSource, Editor, type EditorHandle, type Marked } from './editor/index.ts';
export { FindingsList } from './findings/index.ts';
export { firstPacket, PacketFields, type PacketForm } from './packet/index.ts';
export { SampleFields, SpreadAnswer, usualSize } from './spread/index.ts';
export { quoteFrom } from './way/index.ts';
