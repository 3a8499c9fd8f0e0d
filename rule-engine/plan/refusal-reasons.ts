/**
 * Why the engine lacks what it lacks, for a reader who asks: what follows the name of the operator, function or plugin.
 * What is not here is not built yet, or reads what no page has (other services, extents, cursors).
 */
const REASONS: Readonly<Record<string, string>> = {
  reduce: 'the paper that the documentation cites leaves out how patterns are named and what becomes of the rest',
  autocluster: 'its seed expansion and its scores are not published',
  basket: 'how it samples, rounds and takes columns for correlated is not published',
  diffpatterns: 'its search and its scores are not published',
  hash_combine: 'how hashes are combined is not published',
  hash_many: 'how hashes are combined is not published',
  series_periods_detect: 'how periods are scored is not published',
  series_periods_validate: 'how periods are scored is not published',
  funnel_sequence: 'which events count as before and after a sequence is not documented',
  funnel_sequence_completion: 'whether events at the same time are in sequence is not documented',
  'macro-expand': 'its entities are other databases and clusters',
  current_cluster_endpoint: 'there is no cluster here',
  current_database: 'there is no database here',
  current_node_id: 'there is no cluster here',
  current_principal: 'nobody is signed in here',
  current_principal_details: 'nobody is signed in here',
  current_principal_is_member_of: 'nobody is signed in here',
  current_cursor: 'a dropped file has no cursor',
  cursor_after: 'a dropped file has no cursor',
  cursor_before_or_at: 'a dropped file has no cursor',
  cursor_current: 'a dropped file has no cursor',
};

/** Why the engine lacks the operator, function or plugin of that name; undefined where there is no more to say. */
export function refusalReason(name: string): string | undefined {
  return Object.hasOwn(REASONS, name) ? REASONS[name] : undefined;
}

/** A feature with the reason why the engine lacks it, as `unsupported` takes it. */
export function featureWithReason(feature: string, name: string): string {
  const reason = refusalReason(name);
  return reason === undefined ? feature : `${feature} (${reason})`;
}
