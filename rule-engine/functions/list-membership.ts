import { foldCase } from '../kernels/case-folding.ts';
import { needleFinder } from '../kernels/string-predicate.ts';
import type { ScalarType } from '../schema/scalar-type.ts';
import type { Scalar } from '../schema/value.ts';
import { comparer } from './comparison.ts';
import { convert } from './conversion.ts';
import { isDynamicArray, valueText } from './value-text.ts';

export type ListOperator = 'in' | 'in~' | '!in' | '!in~' | 'has_any' | 'has_all';

/** An element of a list: a scalar of a type; a dynamic array stands for its elements. */
export interface ListElement {
  readonly value: Scalar;
  readonly type: ScalarType;
}

/** The truth of a list operator for one left value; null where Kusto answers null. */
export type ListPredicate = (left: Scalar) => boolean | null;

/** The elements with dynamic arrays replaced by their own elements, one level deep. */
export function flattenList(elements: readonly ListElement[]): readonly ListElement[] {
  return elements.flatMap((element) =>
    element.type === 'dynamic' && isDynamicArray(element.value)
      ? element.value.map((value): ListElement => ({ value, type: 'dynamic' }))
      : [element],
  );
}

/** Prepares `left operator (elements)`. A null needle matches every row in `has_any` and drops out of `has_all`. */
export function bindList(
  operator: ListOperator,
  leftType: ScalarType,
  elements: readonly ListElement[],
): ListPredicate {
  const flat = flattenList(elements);
  switch (operator) {
    case 'has_any':
    case 'has_all':
      return bindHas(operator, leftType, flat);
    case 'in':
    case 'in~':
      return bindIn(operator === 'in~', leftType, flat);
    default: {
      const isIn = bindIn(operator === '!in~', leftType, flat);
      return (left) => {
        const truth = isIn(left);
        return truth === null ? null : !truth;
      };
    }
  }
}

function bindHas(
  operator: 'has_any' | 'has_all',
  leftType: ScalarType,
  elements: readonly ListElement[],
): ListPredicate {
  const finders = elements
    .filter((element) => element.value !== null)
    .map((element) => needleFinder('has', valueText(element.value, element.type)));
  const matchesAll = operator === 'has_any' && finders.length < elements.length;
  return (left) => {
    if (matchesAll) return true;
    if (left === null && leftType !== 'string') return operator === 'has_all' && finders.length === 0;
    const text = valueText(left, leftType);
    return operator === 'has_any' ? finders.some((find) => find(text) >= 0) : finders.every((find) => find(text) >= 0);
  };
}

function bindIn(foldsCase: boolean, leftType: ScalarType, elements: readonly ListElement[]): ListPredicate {
  const textual = foldsCase || leftType === 'string';
  if (!textual) return bindInByComparison(leftType, elements);
  const fold = foldsCase ? foldCase : (text: string): string => text;
  const texts = new Set(
    elements.filter((element) => element.value !== null).map((element) => fold(valueText(element.value, element.type))),
  );
  const hasNull = elements.some((element) => element.value === null);
  return (left) => {
    if (left === null && leftType !== 'string') return hasNull ? null : false;
    return texts.has(fold(leftType === 'string' ? (left as string) : valueText(left, leftType)));
  };
}

function bindInByComparison(leftType: ScalarType, elements: readonly ListElement[]): ListPredicate {
  const present = elements.filter((element) => element.value !== null);
  const hasNull = present.length < elements.length;
  const keys = hashable(leftType, present);
  const equals = present.map((element) => ({ value: element.value, compare: comparer(leftType, element.type) }));
  return (left) => {
    if (left === null) return hasNull ? null : false;
    if (keys !== undefined) return keys.has(left);
    return equals.some(({ value, compare }) => compare(left, value) === 0);
  };
}

/** A set of the elements where equality of their type is JavaScript's own. */
function hashable(leftType: ScalarType, elements: readonly ListElement[]): ReadonlySet<Scalar> | undefined {
  if (leftType === 'dynamic' || leftType === 'decimal' || leftType === 'real') return undefined;
  const values = elements.map((element) => (element.type === leftType ? element.value : sameType(element, leftType)));
  return values.includes(undefined as never) ? undefined : new Set(values as Scalar[]);
}

function sameType(element: ListElement, leftType: ScalarType): Scalar | undefined {
  const integral = (type: ScalarType): boolean => type === 'int' || type === 'long';
  if (!integral(leftType) || !integral(element.type)) return undefined;
  return leftType === 'long' ? convert(element.value, 'int', 'long') : undefined;
}
