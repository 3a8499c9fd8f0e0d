import type { Expr } from '../../plan/plan.ts';
import { sigmaField } from './sigma-fields.ts';
import { escapeSigma } from './sigma-value.ts';

/** How an operator reads in Sigma: modifiers, and whether `contains` stands for a whole term. */
const operators: Readonly<Record<string, { readonly modifiers: string; readonly term?: boolean }>> = {
  '==': { modifiers: '|cased' },
  '=~': { modifiers: '' },
  in: { modifiers: '|cased' },
  'in~': { modifiers: '' },
  contains: { modifiers: '|contains' },
  contains_cs: { modifiers: '|contains|cased' },
  startswith: { modifiers: '|startswith' },
  startswith_cs: { modifiers: '|startswith|cased' },
  endswith: { modifiers: '|endswith' },
  endswith_cs: { modifiers: '|endswith|cased' },
  has: { modifiers: '|contains', term: true },
  has_cs: { modifiers: '|contains|cased', term: true },
  has_any: { modifiers: '|contains', term: true },
  has_all: { modifiers: '|contains|all', term: true },
};

/** The selections of a Sigma rule as conditions are turned into them. */
export class SigmaSelections {
  private readonly found: [string, Readonly<Record<string, unknown>>][] = [];
  private readonly notes = new Set<string>();

  entries(): readonly (readonly [string, Readonly<Record<string, unknown>>])[] {
    return this.found;
  }

  get warnings(): readonly string[] {
    return [...this.notes];
  }

  /** The condition's text over selections; undefined when nothing is left of it. Throws an Error for what Sigma lacks. */
  condition(expr: Expr, prefix: 'selection' | 'filter'): string | undefined {
    if (expr.kind === 'call' && (expr.name === 'and' || expr.name === 'or')) {
      const parts = expr.args.map((operand) => this.condition(operand, prefix));
      if (parts.includes(undefined) && expr.name === 'or') throw new Error('A time in an or has no Sigma form');
      const kept = parts.filter((part) => part !== undefined);
      if (kept.length === 0) return undefined;
      return kept.length === 1 ? kept[0] : `(${kept.join(` ${expr.name} `)})`;
    }
    if (expr.kind === 'call' && expr.name === 'not') {
      const operand = this.condition(expr.args[0], prefix);
      return operand === undefined ? undefined : `not ${operand}`;
    }
    if (readsTime(expr)) {
      this.notes.add('The time range is left out: a Sigma backend adds its own');
      return undefined;
    }
    return this.leaf(expr, prefix);
  }

  private leaf(expr: Expr, prefix: string): string {
    const negated = (expr.kind === 'list' ? expr.operator : expr.kind === 'call' ? expr.name : '').startsWith('!');
    const { operator, left, values } = predicateOf(expr);
    const known = Object.hasOwn(operators, operator) ? operators[operator] : undefined;
    if (known === undefined) throw new Error(`The operator ${operator} has no Sigma form`);
    if (left.kind !== 'column') throw new Error(`A computed value on the left of ${operator} has no Sigma form`);
    const target = sigmaField(left.name);
    if (target === undefined) throw new Error(`The column ${left.name} has no Sigma field in process_creation`);
    if (known.term) {
      const effect = prefix === 'filter' ? 'the filters hide more than the exclusions did' : 'the rule finds more';
      this.notes.add(`A whole term of ${left.name} became contains, which matches within words too: ${effect}`);
    }
    const { field, fileName } = target;
    const whole =
      fileName && (known.modifiers === '' || known.modifiers === '|cased' || known.modifiers.startsWith('|startswith'));
    if (fileName && known.modifiers.startsWith('|startswith'))
      throw new Error(`The beginning of ${left.name} has no Sigma form`);
    const texts = values.map(escapeSigma);
    const list = whole ? texts.flatMap((text) => [`\\${text}`, `/${text}`]) : texts;
    const key = whole ? `${field}|endswith${known.modifiers}` : `${field}${known.modifiers}`;
    const name = `${prefix}_${this.found.length + 1}`;
    this.found.push([name, { [key]: list.length === 1 ? list[0] : list }]);
    return negated ? `not ${name}` : name;
  }
}

interface Predicate {
  /** The operator without its negation. */
  readonly operator: string;
  readonly left: Expr;
  readonly values: readonly string[];
}

function predicateOf(expr: Expr): Predicate {
  if (expr.kind === 'list') {
    if (!Array.isArray(expr.list)) throw new Error('A list that comes from a table has no Sigma form');
    return { operator: expr.operator.replace('!', ''), left: expr.left, values: expr.list.flatMap(textsOf) };
  }
  if (expr.kind === 'call' && expr.args.length === 2) {
    const operator = expr.name === '!=' ? '==' : expr.name === '!~' ? '=~' : expr.name.replace('!', '');
    return { operator, left: expr.args[0], values: textsOf(expr.args[1]) };
  }
  throw new Error(`${expr.kind === 'call' ? expr.name : expr.kind} has no Sigma form`);
}

function textsOf(expr: Expr): readonly string[] {
  const value = expr.kind === 'literal' ? expr.value : undefined;
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.map((item) => {
    if (typeof item === 'string') return item;
    throw new Error('A value that is no constant text has no Sigma form');
  });
}

/** True for a condition over the table's time. */
function readsTime(expr: Expr): boolean {
  if (expr.kind === 'column') return expr.name === 'Timestamp' || expr.name === 'TimeGenerated';
  return expr.kind === 'call' && expr.args.some(readsTime);
}
