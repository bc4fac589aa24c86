export { SpreadBars } from './spread-bars.tsx';
