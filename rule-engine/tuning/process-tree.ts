/** A process: an event of it, or what an event of its child says of it. */
export interface ProcessNode {
  /** Index in `ProcessTree.nodes` of its parent; undefined for a root. Parents come before their children. */
  readonly parent: number | undefined;
  /** The physical row of its process creation event; undefined where only a child's event names it. */
  readonly row: number | undefined;
  readonly fileName: string;
  /** Empty when no event shows it. */
  readonly commandLine: string;
  readonly accountName: string;
  readonly processId: string;
  /** ISO 8601 with seven decimals; empty when unknown. */
  readonly creationTime: string;
  /** Children that are not shown. */
  readonly moreChildren: number;
}

/** The ancestors and descendants of a process. */
export interface ProcessTree {
  readonly deviceName: string;
  readonly nodes: readonly ProcessNode[];
  /** The node that was asked for. */
  readonly focus: number;
}
