import { FirewallPage } from './firewall-page.tsx';

export default function FilterPage() {
  return <FirewallPage key="filter" table="filter" />;
}
