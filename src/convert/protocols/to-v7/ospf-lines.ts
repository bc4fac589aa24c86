import type { OspfLine } from '../ospf-line.ts';

export const ospfMenus = ['instance', 'area', 'area range', 'interface', 'network'] as const;

export type OspfLines = Readonly<Record<(typeof ospfMenus)[number], readonly OspfLine[]>>;

export const areaOf = ({ stated }: OspfLine): string => stated.get('area') ?? 'backbone';
