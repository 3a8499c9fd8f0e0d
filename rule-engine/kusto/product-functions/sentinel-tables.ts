import { queryFunction } from './declarations.ts';
import type { ProductFunction } from './product-function.ts';

/**
 * What Sentinel tells of itself: functions in front of the tables, that queries stay right when those change.
 * @see https://learn.microsoft.com/azure/sentinel/health-audit
 */
export const sentinelTables: readonly ProductFunction[] = ['SentinelHealth', 'SentinelAudit'].map((table) => ({
  name: `_${table}`,
  symbol: () => queryFunction(`_${table}`, `The rows of ${table}.`, [], table),
}));
