import type { Plan } from '../../plan/plan.ts';
import type { Expression, QueryOperator } from '../syntax.ts';
import type { Lowering } from './lowering.ts';
import { lowerAs, lowerMaterialize } from './operators/as.ts';
import { lowerConsume } from './operators/consume.ts';
import { lowerCount } from './operators/count.ts';
import { lowerDatatable } from './operators/datatable.ts';
import { lowerDistinct } from './operators/distinct.ts';
import { lowerEvaluate } from './operators/evaluate.ts';
import { lowerMvApply, lowerMvExpand } from './operators/expand.ts';
import { lowerExtend } from './operators/extend.ts';
import { lowerExternalData } from './operators/externaldata.ts';
import { lowerFind } from './operators/find.ts';
import { lowerFacet, lowerFork } from './operators/fork.ts';
import { lowerInvoke } from './operators/invoke.ts';
import { lowerJoin } from './operators/join.ts';
import { lowerMakeSeries } from './operators/make-series.ts';
import { lowerParse } from './operators/parse.ts';
import { lowerParseKv } from './operators/parse-kv.ts';
import { lowerPartition } from './operators/partition.ts';
import { lowerProject, lowerProjectByName, lowerProjectByNames, lowerProjectRename } from './operators/project.ts';
import { lowerReduce } from './operators/reduce.ts';
import { lowerGetSchema, lowerRender } from './operators/render.ts';
import { lowerSample, lowerSampleDistinct, lowerTopHitters } from './operators/sample.ts';
import { lowerScan } from './operators/scan.ts';
import { lowerSearch, lowerSearchTables } from './operators/search.ts';
import { lowerSerialize } from './operators/serialize.ts';
import { lowerSort } from './operators/sort.ts';
import { lowerPrint, lowerRange } from './operators/sources.ts';
import { lowerSummarize } from './operators/summarize.ts';
import { lowerTake } from './operators/take.ts';
import { lowerTop } from './operators/top.ts';
import { lowerTopNested } from './operators/top-nested.ts';
import { lowerUnion } from './operators/union.ts';
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
  AsOperator: { lower: lowerAs },
  ConsumeOperator: { lower: lowerConsume },
  CountOperator: { lower: lowerCount },
  DistinctOperator: { lower: lowerDistinct },
  EvaluateOperator: { lower: lowerEvaluate },
  ExtendOperator: { lower: lowerExtend },
  FacetOperator: { lower: lowerFacet },
  FilterOperator: { lower: lowerWhere },
  ForkOperator: { lower: lowerFork },
  GetSchemaOperator: { lower: lowerGetSchema },
  InvokeOperator: { lower: lowerInvoke },
  JoinOperator: { lower: lowerJoin },
  LookupOperator: { lower: lowerJoin },
  MakeSeriesOperator: { lower: lowerMakeSeries },
  MvApplyOperator: { lower: lowerMvApply },
  MvExpandOperator: { lower: lowerMvExpand },
  ParseKvOperator: { lower: lowerParseKv },
  ParseOperator: { lower: lowerParse },
  ParseWhereOperator: { lower: lowerParse },
  PartitionOperator: { lower: lowerPartition },
  ProjectByNamesOperator: { lower: lowerProjectByNames },
  ProjectAwayOperator: { lower: lowerProjectByName },
  ProjectKeepOperator: { lower: lowerProjectByName },
  ProjectOperator: { lower: lowerProject },
  ProjectRenameOperator: { lower: lowerProjectRename },
  ProjectReorderOperator: { lower: lowerProjectByName },
  ReduceByOperator: { lower: lowerReduce },
  RenderOperator: { lower: lowerRender },
  SampleDistinctOperator: { lower: lowerSampleDistinct },
  SampleOperator: { lower: lowerSample },
  ScanOperator: { lower: lowerScan },
  SearchOperator: { lower: lowerSearch },
  SerializeOperator: { lower: lowerSerialize },
  SortOperator: { lower: lowerSort },
  SummarizeOperator: { lower: lowerSummarize },
  TakeOperator: { lower: lowerTake },
  TopHittersOperator: { lower: lowerTopHitters },
  TopNestedOperator: { lower: lowerTopNested },
  TopOperator: { lower: lowerTop },
  UnionOperator: { lower: lowerUnion },
};

/** By Microsoft's syntax class. */
export const sourceOperators: Readonly<Record<string, SourceLowering>> = {
  DataTableExpression: { lower: lowerDatatable },
  ExternalDataExpression: { lower: lowerExternalData },
  EvaluateOperator: { lower: (node: QueryOperator, lowering) => lowerEvaluate(node, undefined, lowering) },
  FindOperator: { lower: lowerFind },
  MaterializeExpression: { lower: lowerMaterialize },
  PrintOperator: { lower: lowerPrint },
  RangeOperator: { lower: lowerRange },
  SearchOperator: { lower: lowerSearchTables },
  UnionOperator: {
    lower: (node: Kusto.Language.Syntax.UnionOperator, lowering: Lowering) => lowerUnion(node, undefined, lowering),
  },
};
