/** A file without its folder, which a title can say. */
export const nameOf = (file: string): string => file.split('/').at(-1) ?? file;
