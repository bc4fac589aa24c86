import type { OutlineStatement } from '../../rsc/index.ts';
import type { Stated } from './wording.ts';

export const ospfMenus = ['instance', 'area', 'area range', 'interface', 'network'] as const;

/** A line of OSPF that is understood. */
export interface OspfLine {
  readonly one: OutlineStatement;
  readonly stated: Stated;
}

export type OspfLines = Readonly<Record<(typeof ospfMenus)[number], readonly OspfLine[]>>;

export const areaOf = ({ stated }: OspfLine): string => stated.get('area') ?? 'backbone';
