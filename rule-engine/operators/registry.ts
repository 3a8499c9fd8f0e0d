import type { Plan } from '../plan/plan.ts';
import type { TabularOperator } from './operator.ts';

type Operators = { readonly [K in Plan['kind']]?: TabularOperator<K> };

/** All tabular operators, by the kind of plan node that they execute. */
const operators: Operators = {};

/** The operator of a kind, or undefined when the engine lacks it. */
export function tabularOperator<K extends Plan['kind']>(kind: K): TabularOperator<K> | undefined {
  return operators[kind] as TabularOperator<K> | undefined;
}
