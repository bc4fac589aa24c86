export { LineLink } from './finding.tsx';
export { FindingsList } from './findings-list.tsx';
