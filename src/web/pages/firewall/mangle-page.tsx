import { FirewallPage } from './firewall-page.tsx';

export default function ManglePage() {
  return <FirewallPage key="mangle" table="mangle" />;
}
