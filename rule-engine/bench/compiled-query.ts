/** A query with its plan made beforehand: in the page another worker compiles it. */
export interface CompiledQuery {
  readonly plan: string;
  readonly exclusions: readonly [start: number, length: number];
}
