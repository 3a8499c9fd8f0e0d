import type {
  AggregateExpr,
  Expr,
  MakeSeriesAggregate,
  NamedExpr,
  ParsePart,
  Plan,
  PluginArgument,
  SortKey,
  SummarizeItem,
} from './plan.ts';
import { planInputs } from './walk.ts';

/**
 * A plan as text, an operator a line, inputs first and further inputs indented: for tests and for people who look at what
 * a query became. It reads like KQL but is not meant to be parsed.
 */
export function printPlan(plan: Plan): string {
  const [first, ...others] = planInputs(plan);
  const lines = first === undefined ? [] : [printPlan(first)];
  lines.push(`${first === undefined ? '' : '| '}${operatorText(plan)}`);
  for (const other of others) lines.push(indent(printPlan(other)));
  if ('subquery' in plan) lines.push(indent(printPlan(plan.subquery)));
  if (plan.kind === 'fork') lines.push(...plan.branches.map((branch) => indent(printPlan(branch.plan))));
  return lines.join('\n');
}

/** An expression as text: `FileName has "lua"`. */
export function printExpr(expr: Expr): string {
  switch (expr.kind) {
    case 'literal':
      return literalText(expr.value, expr.type);
    case 'column':
      return expr.name;
    case 'toscalar':
      return `toscalar(${inline(expr.plan)})`;
    case 'list': {
      const list = 'table' in expr.list ? inline(expr.list.table) : expr.list.map(printExpr).join(', ');
      return `${operandText(expr.left, 'in')} ${expr.operator} (${list})`;
    }
    case 'call':
      return callText(expr.name, expr.args);
  }
}

function callText(name: string, args: readonly Expr[]): string {
  if (name === '[]') return `${operandText(args[0], name)}[${printExpr(args[1])}]`;
  if (name === 'negate') return `-${operandText(args[0], name)}`;
  if (!isInfix(name)) return `${name}(${args.map(printExpr).join(', ')})`;
  const [left, ...right] = args.map((arg) => operandText(arg, name));
  if (name.endsWith('between')) return `${left} ${name} (${right.join(' .. ')})`;
  return [left, ...right].join(` ${name} `);
}

function isInfix(name: string): boolean {
  if (name === '[]') return false;
  return (
    !/^\w+$/.test(name) || /^(and|or|between|contains|has|startswith|endswith|hasprefix|hassuffix|like)/.test(name)
  );
}

/** What stands beside an operator, in brackets where it binds less closely than the operator does. */
function operandText(expr: Expr, operator: string): string {
  const text = printExpr(expr);
  const own = expr.kind === 'list' ? 'in' : expr.kind === 'call' && isInfix(expr.name) ? expr.name : undefined;
  if (own === undefined || closeness(own) > closeness(operator)) return text;
  return own === operator && (own === 'and' || own === 'or') ? text : `(${text})`;
}

function closeness(operator: string): number {
  if (operator === 'or') return 0;
  if (operator === 'and') return 1;
  if (operator === '+' || operator === '-') return 3;
  if (operator === '*' || operator === '/' || operator === '%') return 4;
  return operator === '[]' || operator === 'negate' ? 5 : 2;
}

function literalText(value: unknown, type: string): string {
  if (value === null) return `${type}(null)`;
  if (typeof value === 'string') return type === 'string' ? JSON.stringify(value) : `${type}(${value})`;
  if (type === 'long' || type === 'int' || type === 'real' || type === 'bool') return String(value);
  return `${type}(${JSON.stringify(value, plainJson)})`;
}

function plainJson(_: string, value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  return value instanceof Map ? Object.fromEntries(value) : value;
}

function operatorText(plan: Plan): string {
  switch (plan.kind) {
    case 'table':
      return plan.name;
    case 'where':
      return `where ${printExpr(plan.predicate)}`;
    case 'extend':
    case 'serialize':
    case 'print':
    case 'distinct':
      return `${plan.kind} ${named(plan.items)}`.trimEnd();
    case 'project':
      return `${plan.operator} ${named(plan.items)}`;
    case 'sort':
      return `sort by ${plan.keys.map(keyText).join(', ')}`;
    case 'take':
    case 'sample':
      return `${plan.kind} ${printExpr(plan.count)}`;
    case 'top':
      return `top ${printExpr(plan.count)} by ${keyText(plan.key)}`;
    case 'summarize':
      return `summarize ${plan.aggregates.map(itemText).join(', ')}${by(plan.by)}`;
    case 'join':
      return `${plan.operator} kind=${plan.join} on ${plan.on
        .map(({ left, right }) => `$left.${printExpr(left)} == $right.${printExpr(right)}`)
        .join(', ')}`;
    default:
      return otherOperatorText(plan);
  }
}

function otherOperatorText(plan: Plan): string {
  switch (plan.kind) {
    case 'datatable':
      return `datatable (${plan.columns.map(({ name, type }) => `${name}:${type}`).join(', ')}) of ${plan.rows.length} rows`;
    case 'range':
      return `range ${plan.columns[0].name} from ${printExpr(plan.from)} to ${printExpr(plan.to)} step ${printExpr(plan.step)}`;
    case 'union':
      return `union${plan.withSource === undefined ? '' : ` withsource=${plan.withSource}`} of ${plan.inputs.map(({ source }) => source).join(', ')}`;
    case 'shared':
      return `shared ${plan.id}`;
    case 'mv-expand':
    case 'mv-apply':
      return `${plan.kind} ${plan.items.map((item) => `${named([item])}${item.to ? ` to typeof(${item.to})` : ''}`).join(', ')}`;
    case 'parse':
      return `${plan.operator} kind=${plan.mode} ${printExpr(plan.expr)} with ${plan.pattern.map(partText).join(' ')}`;
    case 'parse-kv':
      return `parse-kv ${printExpr(plan.expr)} as (${plan.keys.map(({ name, type }) => `${name}:${type}`).join(', ')})`;
    case 'make-series':
      return `make-series ${plan.aggregates.map(seriesText).join(', ')} on ${named([plan.on])}${by(plan.by)}`;
    case 'partition':
      return `partition by ${printExpr(plan.by)}`;
    case 'top-hitters':
    case 'sample-distinct':
      return `${plan.kind} ${printExpr(plan.count)} of ${named([plan.of])}`;
    case 'top-nested':
      return plan.levels.map((level) => `top-nested of ${named([level.of])} by ${itemText(level.by)}`).join(', ');
    case 'evaluate':
      return `evaluate ${plan.plugin}(${plan.arguments.map(argumentText).join(', ')})`;
    case 'scan':
      return `scan ${plan.steps.map((step) => `step ${step.name}: ${printExpr(step.condition)} => ${named(step.assignments)};`).join(' ')}`;
    case 'reduce':
      return `reduce by ${printExpr(plan.expr)}`;
    case 'render':
      return `render ${plan.chart}`;
    default:
      return plan.kind;
  }
}

function named(items: readonly NamedExpr[]): string {
  return items.map(({ name, expr }) => equation(name, printExpr(expr))).join(', ');
}

function equation(name: string, text: string): string {
  return name === text ? name : `${name} = ${text}`;
}

function keyText(key: SortKey): string {
  return `${printExpr(key.expr)} ${key.order} nulls ${key.nulls}`;
}

function by(keys: readonly NamedExpr[]): string {
  return keys.length === 0 ? '' : ` by ${named(keys)}`;
}

function itemText(item: SummarizeItem): string {
  const values = item.items.map(({ name, expr }) => {
    const aggregate = item.aggregates.find(({ columns }) => expr.kind === 'column' && columns[0].name === expr.name);
    if (aggregate !== undefined && expr.kind === 'column') return equation(name, aggregateText(aggregate));
    return equation(name, printExpr(expr));
  });
  return values.join(', ');
}

function aggregateText(aggregate: AggregateExpr): string {
  return `${aggregate.aggregate}(${aggregate.args.map(printExpr).join(', ')})`;
}

function seriesText(series: MakeSeriesAggregate): string {
  return `${itemText(series.item)}${series.default === undefined ? '' : ` default=${printExpr(series.default)}`}`;
}

function partText(part: ParsePart): string {
  if (part.kind === 'star') return '*';
  return part.kind === 'text' ? JSON.stringify(part.text) : `${part.name}:${part.type}`;
}

function argumentText(argument: PluginArgument): string {
  const text =
    argument.kind === 'scalar'
      ? printExpr(argument.expr)
      : argument.kind === 'aggregate'
        ? aggregateText(argument.aggregate)
        : inline(argument.plan);
  return argument.name === undefined ? text : `${argument.name}=${text}`;
}

function inline(plan: Plan): string {
  return printPlan(plan).replaceAll('\n', ' ');
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '  ');
}
