/**
 * Every text has a contrast of at least 4.5:1 and every line of a plot at least 3:1 on its ground (WCAG 2.2, 1.4.3 and
 * 1.4.11).
 */
type Colours = Readonly<Record<keyof typeof light, string>>;

/** By day; also of exported drawings. */
export const light = {
  ground: '#f6f8fa',
  surface: '#ffffff',
  text: '#17212b',
  muted: '#52606d',
  edge: '#d5dce3',
  rail: '#e9eef2',
  link: '#0b5cad',
  pass: '#0b6b38',
  'pass-ground': '#e3f4ea',
  fail: '#a81e17',
  'fail-ground': '#fdeae8',
  mark: '#a81e17',
  warn: '#7a4a00',
  'warn-ground': '#fdf0d5',
  lost: 'rgba(168, 30, 23, .16)',
  s1: '#0b62b8',
  s2: '#c25500',
  s3: '#1a7f4b',
  s4: '#7a3fe0',
  s5: '#b0126b',
  s6: '#52606d',
} as const;

/** By night. */
export const dark: Colours = {
  ground: '#0e1319',
  surface: '#161d25',
  text: '#e8eef4',
  muted: '#a3b1be',
  edge: '#2d3843',
  rail: '#242e38',
  link: '#7cbcff',
  pass: '#6fd9a0',
  'pass-ground': '#12301f',
  fail: '#ff9c92',
  'fail-ground': '#3d1815',
  mark: '#ff9c92',
  warn: '#f5c36b',
  'warn-ground': '#3a2a0c',
  lost: 'rgba(255, 156, 146, .2)',
  s1: '#5aa9ff',
  s2: '#ff9a4d',
  s3: '#4cc98a',
  s4: '#b794ff',
  s5: '#ff7ab8',
  s6: '#a3b1be',
};

/** On paper, where others than by day. */
export const paper: Partial<Colours> = {
  ground: '#fff',
  surface: '#fff',
  text: '#000',
  muted: '#444',
  edge: '#bbb',
  rail: '#eee',
  link: '#000',
  'pass-ground': '#fff',
  'fail-ground': '#fff',
  'warn-ground': '#fff',
};
