import type { Schemas } from '../api/index.ts';

/** The shapes of the API that pages name. */
export type Problem = Schemas['Problem'];
export type Session = Schemas['Session'];
export type Status = Schemas['Status'];
export type Wan = Schemas['Wan'];
export type Recorded = Schemas['Event'];
export type StreamMessage = Schemas['StreamMessage'];
export type Interface = Schemas['Interface'];
export type Route = Schemas['Route'];
export type FirewallRule = Schemas['FirewallRule'];
export type Queue = Schemas['Queue'];
export type Connection = Schemas['Connection'];
export type Lease = Schemas['Lease'];
export type Incident = Schemas['Incident'];
export type IncidentStory = Schemas['IncidentStory'];
export type Point = Schemas['Point'];
export type Lab = Schemas['Lab'];
export type LabNow = Schemas['LabNow'];
export type LabRun = Schemas['LabRun'];
export type LabExperiment = Schemas['LabExperiment'];
export type LabResult = Schemas['LabResult'];
export type LabFault = Schemas['LabFault'];
