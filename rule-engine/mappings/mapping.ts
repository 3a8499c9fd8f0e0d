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

/** A record in the terms of a view, and what wrote it. */
export interface ViewedRecord extends LogRecord {
  /** `Winlogbeat`, `NXLog`, … as people call it. */
  readonly dialect: string;
  /** What was assumed since the source doesn't say it, as a sentence; the report counts it. */
  readonly assumption?: string;
}

/**
 * One kind of event, however it was written down: the paths of mappings that name the view are those of what it gives.
 * A Windows event is the same in an EVTX file, in XML and in each shipper's JSON.
 */
export interface RecordView {
  readonly id: string;
  /** Undefined for a record that is no such event. */
  readonly of: (record: LogRecord) => ViewedRecord | undefined;
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
  /** The view whose fields the mapping reads; without one, the record's own. */
  readonly view?: RecordView;
  /** True for the records that it maps. A record may be mapped to several tables. */
  readonly accepts: (record: LogRecord) => boolean;
  /**
   * True for any record of the mapping's source, also one that the mapping doesn't take: a file may begin with many of
   * those. The record is not viewed. Without it, the records that the mapping accepts.
   */
  readonly recognises?: (record: LogRecord) => boolean;
  readonly columns: { readonly [column: string]: ColumnMapping };
  /** A field whose own fields fill the table's columns of the same names, unless `columns` says otherwise. */
  readonly sameNames?: string;
  /** The column that takes the fields no mapping used, as a bag. */
  readonly leftovers?: string;
  /** What else stands in that bag, by its name there: parts of fields that columns use otherwise. */
  readonly besides?: { readonly [name: string]: ColumnMapping };
  /** Only what lies in this field is left over; it stands in the bag without that field's name. */
  readonly leftoversIn?: string;
  /** What the source doesn't say of the parent process is taken from the parent's own event, where there is one. */
  readonly joinsParents?: boolean;
}
