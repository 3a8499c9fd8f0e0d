import type { RE2JS } from 're2js';
import { invariant } from '../base/assert.ts';

let library: typeof RE2JS | undefined;

/**
 * Brings the library that compiles patterns, to be awaited before one is compiled: it is a seventh of all code that the
 * engine would start with, and most rules have no pattern.
 */
export async function loadRegularExpressions(): Promise<void> {
  library ??= (await import('re2js')).RE2JS;
}

/** The library, once `loadRegularExpressions` has brought it. */
export function regularExpressions(): typeof RE2JS {
  invariant(library !== undefined, 'the library of regular expressions before a pattern is compiled');
  return library;
}
