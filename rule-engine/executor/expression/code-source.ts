import { type Bound, boundChildren } from './bound.ts';
import type { CodeColumn } from './code-column.ts';
import { LazyColumn } from './lazy-column.ts';

/** What an expression reads: only constants, one column of codes, or more than that. */
type Sources = CodeColumn | 'constants' | 'many';

const known = new WeakMap<Bound, Sources>();

/**
 * The one column of codes that an expression reads, all else being constant: it then needs to be evaluated only once for
 * each distinct value. Undefined when it reads more, or nothing.
 */
export function codeSource(bound: Bound): CodeColumn | undefined {
  const sources = sourcesOf(bound);
  return typeof sources === 'string' ? undefined : sources;
}

function sourcesOf(bound: Bound): Sources {
  let sources = known.get(bound);
  if (sources === undefined) {
    sources = bound.key === undefined ? 'many' : findSources(bound);
    known.set(bound, sources);
  }
  return sources;
}

function findSources(bound: Bound): Sources {
  if (bound.kind === 'column') {
    const { column } = bound;
    if (column instanceof LazyColumn) return sourcesOf(column.bound);
    return column.kind === 'string' || column.kind === 'coded' ? column : 'many';
  }
  let found: Sources = 'constants';
  for (const child of boundChildren(bound)) {
    const sources = sourcesOf(child);
    if (sources === 'many') return 'many';
    if (sources === 'constants') continue;
    if (found !== 'constants' && found !== sources) return 'many';
    found = sources;
  }
  return found;
}
