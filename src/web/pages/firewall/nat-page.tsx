import { FirewallPage } from './firewall-page.tsx';

export default function NatPage() {
  return <FirewallPage key="nat" table="nat" />;
}
