/** Lines are told apart by their dashes, as colour has a meaning of its own. */
export const dashes: readonly (readonly number[])[] = [[], [5, 4], [2, 3], [10, 3, 2, 3], [10, 4], [1, 5]];
