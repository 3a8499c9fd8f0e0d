import type { Scalar } from '../../schema/value.ts';
import type { Bound, BoundCall, BoundList, BoundLogic } from './bound.ts';

/** The value of an expression for a physical row. */
export type RowFunction = (row: number) => Scalar;

/** Compiles a bound expression to a function of the physical row. */
export function rowFunction(bound: Bound): RowFunction {
  switch (bound.kind) {
    case 'constant': {
      const { value } = bound;
      return () => value;
    }
    case 'column': {
      const { column } = bound;
      return (row) => column.get(row);
    }
    case 'logic':
      return logicFunction(bound);
    case 'choice': {
      const condition = rowFunction(bound.condition);
      const then = rowFunction(bound.then);
      const otherwise = rowFunction(bound.otherwise);
      return (row) => (condition(row) === true ? then(row) : otherwise(row));
    }
    case 'list':
      return listFunction(bound);
    case 'call':
      return callFunction(bound);
  }
}

function logicFunction({ operator, args }: BoundLogic): RowFunction {
  const operands = args.map(rowFunction);
  if (operator === 'not') {
    const [operand] = operands;
    return (row) => {
      const value = operand(row);
      return value === null ? null : value !== true;
    };
  }
  return quantified(operands, operator === 'and' ? 'all' : 'any');
}

function listFunction({ quantifier, tests, set }: BoundList): RowFunction {
  return set === undefined ? quantified(tests.map(rowFunction), quantifier) : callFunction(set);
}

/** True when any (all) operands are, false when none (not all) are, null where a null leaves it open. */
function quantified(operands: readonly RowFunction[], quantifier: 'any' | 'all'): RowFunction {
  const deciding = quantifier === 'any';
  return (row) => {
    let open = false;
    for (const operand of operands) {
      const value = operand(row);
      if (value === deciding) return deciding;
      if (value === null) open = true;
    }
    return open ? null : !deciding;
  };
}

function callFunction({ args, kernel, propagatesNull, type }: BoundCall): RowFunction {
  const functions = args.map(rowFunction);
  const values: Scalar[] = new Array(functions.length).fill(null);
  const missing = type === 'string' ? '' : null;
  return (row) => {
    for (let i = 0; i < functions.length; i++) {
      const value = functions[i](row);
      if (value === null && propagatesNull) return missing;
      values[i] = value;
    }
    return kernel(values);
  };
}
