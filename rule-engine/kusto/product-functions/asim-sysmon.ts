const SYSMON = '"Microsoft-Windows-Sysmon"';

/** Declares `text(xml, name)`: the value of a field of an event's data as XML. */
export const XML_TEXT = `
  let text = (xml: string, name: string) {
    replace_string(replace_string(replace_string(replace_string(replace_string(
      extract(strcat('<Data Name="', name, '">([^<]*)<'), 1, xml),
      "&lt;", "<"), "&gt;", ">"), "&quot;", '"'), "&apos;", "'"), "&amp;", "&")
  };`;

/**
 * Sysmon's events of the given ids in `Event` and `WindowsEvent`, a table expression: their time, id, computer, table,
 * and the fields as text. Needs `XML_TEXT` before it.
 */
export function sysmonEvents(ids: readonly number[], fields: readonly string[]): string {
  const rows = (table: string, source: string, field: (name: string) => string) =>
    `(${table} | where ${source} == ${SYSMON} and EventID in (${ids.join(', ')})
      | project TimeGenerated, EventID, Computer, Type = "${table}",
        ${fields.map((name) => `${name} = ${field(name)}`).join(', ')})`;
  const event = rows('Event', 'Source', (name) => `text(EventData, "${name}")`);
  return `union ${event}, ${rows('WindowsEvent', 'Provider', (name) => `tostring(EventData.${name})`)}`;
}
