/** `1 change`, `2 changes`; `many` where the plural is not made with `s`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
