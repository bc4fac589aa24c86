/** Keys that lead to a place in the file: `['wans', 'isp1', 'weight']`. */
export type Path = readonly (string | number)[];
