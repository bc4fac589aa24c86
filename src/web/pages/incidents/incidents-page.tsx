import { useParams } from 'wouter';
import { IncidentList } from './incident-list.tsx';
import { IncidentPage } from './incident-story.tsx';

/** All of them, or the story of one. */
export default function IncidentsPage() {
  const { id } = useParams<{ id?: string }>();
  return id === undefined ? <IncidentList /> : <IncidentPage key={id} id={decodeURIComponent(id)} />;
}
