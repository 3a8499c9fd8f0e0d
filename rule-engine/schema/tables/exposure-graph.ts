import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-exposuregraphnodes-table */
export const exposureGraphNodes = defineTable(
  'ExposureGraphNodes',
  'Assets and other entities.',
  `
  NodeId string
  NodeLabel string
  NodeName string
  Categories dynamic
  NodeProperties dynamic
  EntityIds dynamic
`,
);

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-exposuregraphedges-table */
export const exposureGraphEdges = defineTable(
  'ExposureGraphEdges',
  'Relations between entities.',
  `
  EdgeId string
  EdgeLabel string
  SourceNodeId string
  SourceNodeName string
  SourceNodeLabel string
  SourceNodeCategories dynamic
  TargetNodeId string
  TargetNodeName string
  TargetNodeLabel string
  TargetNodeCategories dynamic
  EdgeProperties dynamic
`,
);
