/** How a condition of an exclusion compares a column. The names are KQL's. */
type ConditionOperator = '==' | '=~' | 'startswith' | 'startswith_cs' | 'endswith' | 'has' | 'has_cs';

/** One condition of an exclusion. An exclusion joins one to three by `and` within `not(…)`. */
export interface ExclusionCondition {
  readonly column: string;
  readonly operator: ConditionOperator;
  readonly value: string;
}
