import { createContext } from 'react';
import type { LiteralKind } from '../../stores/literal-kinds.ts';

/** The kind of each literal by its index: given by the grid to its cells. */
export const GridLiteralKinds = createContext<readonly LiteralKind[]>([]);
