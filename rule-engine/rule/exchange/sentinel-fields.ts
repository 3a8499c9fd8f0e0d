import { type Severity, severities } from '../metadata.ts';

/** The data connectors that bring tables to Sentinel, by the beginning of the table's name. */
const connectors: readonly (readonly [RegExp, string])[] = [
  [/^Device|^Email|^Identity|^CloudApp|^Alert(Info|Evidence)$|^UrlClick/, 'MicrosoftThreatProtection'],
  [/^SecurityEvent$/, 'SecurityEvents'],
  [/^WindowsEvent$/, 'WindowsForwardedEvents'],
  [/^Syslog$/, 'Syslog'],
  [/^CommonSecurityLog$/, 'CefAma'],
  [/^SigninLogs$|^AuditLogs$/, 'AzureActiveDirectory'],
  [/^OfficeActivity$/, 'Office365'],
];

/** `requiredDataConnectors` of tables; a table of no known connector is in none. */
export function requiredConnectors(tables: readonly string[]): { connectorId: string; dataTypes: string[] }[] {
  const found = new Map<string, string[]>();
  for (const table of tables) {
    const connector = connectors.find(([pattern]) => pattern.test(table))?.[1];
    if (connector !== undefined) found.set(connector, [...(found.get(connector) ?? []), table]);
  }
  return [...found].map(([connectorId, dataTypes]) => ({ connectorId, dataTypes }));
}

/** `Medium`, as Sentinel writes it. */
export function sentinelSeverity(severity: Severity): string {
  return severity[0].toUpperCase() + severity.slice(1);
}

/** The severity of a text in any case; undefined when it is none. */
export function severityOf(text: string): Severity | undefined {
  return severities.find((severity) => severity === text.toLowerCase());
}

/** A tactic without blanks, as Sentinel writes it: `CredentialAccess`. */
export function sentinelTactic(tactic: string): string {
  return tactic
    .split(/[\s_-]+/)
    .map((word) => word[0].toUpperCase() + word.slice(1))
    .join('');
}
