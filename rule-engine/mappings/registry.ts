import type { Mapping } from './mapping.ts';

/**
 * Log sources with a table of their own field names, the most particular first. A record goes to every table whose
 * mapping accepts it.
 */
export const mappings: readonly Mapping[] = [];
