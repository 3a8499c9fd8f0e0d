import type { DynamicBag, DynamicValue } from '../schema/value.ts';
import { isBag, isDynamicArray } from './value-text.ts';

/** A step down a JSON path: the name of a property or the index of an element. */
export type JsonPathStep = string | number;

const STEP = /^(?:\.([^.[\]]+)|\[(-?\d+)\]|\['((?:[^'\\]|\\.)*)'\]|\["((?:[^"\\]|\\.)*)"\])/;

/** Reads `$.a.b[0]['c d']`; a text without `$` is the name of one property. Undefined when the path is malformed. */
export function parseJsonPath(text: string): readonly JsonPathStep[] | undefined {
  if (!text.startsWith('$')) return text === '' ? undefined : [text];
  const steps: JsonPathStep[] = [];
  let rest = text.slice(1);
  while (rest !== '') {
    const step = STEP.exec(rest);
    if (step === null) return undefined;
    const [whole, name, index, single, double] = step;
    if (index !== undefined) steps.push(Number(index));
    else steps.push(name ?? (single ?? double).replace(/\\(.)/g, '$1'));
    rest = rest.slice(whole.length);
  }
  return steps;
}

/** The value at a path; undefined where there is none (a null that is there is null). */
export function valueAtPath(value: DynamicValue, path: readonly JsonPathStep[]): DynamicValue | undefined {
  let current: DynamicValue | undefined = value;
  for (const step of path) {
    if (typeof step === 'number') current = isDynamicArray(current) ? current.at(step) : undefined;
    else current = isBag(current) ? current.get(step) : undefined;
    if (current === undefined) return undefined;
  }
  return current;
}

/** A copy of a bag without what stands at a path. */
export function withoutPath(bag: DynamicBag, [step, ...rest]: readonly JsonPathStep[]): DynamicBag {
  const member = typeof step === 'string' ? bag.get(step) : undefined;
  if (typeof step !== 'string' || member === undefined) return bag;
  const copy = new Map(bag);
  if (rest.length === 0) copy.delete(step);
  else if (isBag(member)) copy.set(step, withoutPath(member, rest));
  return copy;
}

/** A copy of a bag with a value at a path, making bags on the way; undefined where an array or scalar is in the way. */
export function withPath(
  bag: DynamicBag,
  [step, ...rest]: readonly JsonPathStep[],
  value: DynamicValue,
): DynamicBag | undefined {
  if (typeof step !== 'string') return undefined;
  const copy = new Map(bag);
  copy.delete(step);
  if (rest.length === 0) return copy.set(step, value);
  const member = bag.get(step) ?? new Map<string, DynamicValue>();
  const inner = isBag(member) ? withPath(member, rest, value) : undefined;
  return inner === undefined ? undefined : copy.set(step, inner);
}
