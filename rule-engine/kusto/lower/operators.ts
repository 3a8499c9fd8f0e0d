import type { Plan } from '../../plan/plan.ts';
import type { Expression, QueryOperator } from '../syntax.ts';
import type { Lowering } from './lowering.ts';
import { lowerCount } from './operators/count.ts';
import { lowerDistinct } from './operators/distinct.ts';
import { lowerExtend } from './operators/extend.ts';
import { lowerProject, lowerProjectByName, lowerProjectRename } from './operators/project.ts';
import { lowerSort } from './operators/sort.ts';
import { lowerTake } from './operators/take.ts';
import { lowerTop } from './operators/top.ts';
import { lowerWhere } from './operators/where.ts';

/** Lowers an operator that stands after a pipe. A method, so that each file may ask for its own syntax class. */
export interface TabularLowering<Node extends QueryOperator = QueryOperator> {
  lower(node: Node, input: Plan, lowering: Lowering): Plan;
}

/** Lowers an operator that makes a table of its own: `print`, `range`, `datatable`. */
export interface SourceLowering<Node extends Expression = Expression> {
  lower(node: Node, lowering: Lowering): Plan;
}

/** By Microsoft's syntax class. */
export const tabularOperators: Readonly<Record<string, TabularLowering>> = {
  CountOperator: { lower: lowerCount },
  DistinctOperator: { lower: lowerDistinct },
  ExtendOperator: { lower: lowerExtend },
  FilterOperator: { lower: lowerWhere },
  ProjectAwayOperator: { lower: lowerProjectByName },
  ProjectKeepOperator: { lower: lowerProjectByName },
  ProjectOperator: { lower: lowerProject },
  ProjectRenameOperator: { lower: lowerProjectRename },
  ProjectReorderOperator: { lower: lowerProjectByName },
  SortOperator: { lower: lowerSort },
  TakeOperator: { lower: lowerTake },
  TopOperator: { lower: lowerTop },
};

/** By Microsoft's syntax class. */
export const sourceOperators: Readonly<Record<string, SourceLowering>> = {};
