import type { FieldValue, LogRecord } from '../readers/reader.ts';

/** How a table's column is filled from a record. A string is a path of field names (`Event.System.Computer`). */
export type ColumnMapping =
  | string
  | {
      /** The first of these paths that has a value. */
      readonly from: readonly string[];
      /** What is done to it, by name, as the mappings panel shows it: `file name of a path`, `hexadecimal`, … */
      readonly convert: ValueConversion;
    }
  | { readonly constant: string }
  /** For what a path and a conversion can't say; `description` is what the panel shows. */
  | {
      readonly description: string;
      /** The paths that it reads: they count as used. */
      readonly from?: readonly string[];
      readonly compute: (record: LogRecord) => FieldValue | undefined;
    };

export interface ValueConversion {
  readonly description: string;
  readonly convert: (value: FieldValue) => FieldValue | undefined;
}

/** A log source → one table: a declarative table that a person can read and extend. */
export interface Mapping {
  /** A stable id: `sysmon-process-creation`, `security-4688`, … */
  readonly id: string;
  readonly title: string;
  /** The table that it fills: `DeviceProcessEvents`. */
  readonly table: string;
  /** Where the correspondence comes from: documentation, a published parser. */
  readonly source: string;
  /** True for the records that it maps. A record may be mapped to several tables. */
  readonly accepts: (record: LogRecord) => boolean;
  readonly columns: { readonly [column: string]: ColumnMapping };
  /** The column that takes the fields no mapping used, as a bag. */
  readonly leftovers?: string;
}
