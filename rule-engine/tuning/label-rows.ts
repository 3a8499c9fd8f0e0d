import { Bitmap } from '../columnar/bitmap.ts';
import { countWithin } from '../executor/expression/row-set.ts';
import type { EventFingerprints } from './event-fingerprint.ts';
import type { LabelCounts } from './label.ts';
import type { LabelStore } from './label-store.ts';

/** Which rows of a table carry which label. */
export interface LabelRows {
  readonly TP: Bitmap;
  readonly FP: Bitmap;
  readonly unsure: Bitmap;
}

/** The rows of the labelled events in a table of so many rows. */
export function labelRows(store: LabelStore, fingerprints: EventFingerprints, length: number): LabelRows {
  const rows = { TP: new Bitmap(length), FP: new Bitmap(length), unsure: new Bitmap(length) };
  for (const { fingerprint, verdict } of store.records()) {
    for (const row of fingerprints.rowsOf(fingerprint)) rows[verdict].add(row);
  }
  return rows;
}

/** Rows without any label. */
export function noLabels(length: number): LabelRows {
  return { TP: new Bitmap(length), FP: new Bitmap(length), unsure: new Bitmap(length) };
}

/** The labels among some rows. */
export function countLabels(rows: Bitmap, labels: LabelRows): LabelCounts {
  const TP = countWithin(labels.TP, rows);
  const FP = countWithin(labels.FP, rows);
  const unsure = countWithin(labels.unsure, rows);
  return { TP, FP, unsure, unlabelled: rows.count() - TP - FP - unsure };
}
