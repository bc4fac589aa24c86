/** Experiments that try what the text under test itself asks for. */
export const textExperimentNames = ['forwards', 'returns', 'networks', 'names', 'rules'] as const;

export type TextExperimentName = (typeof textExperimentNames)[number];
