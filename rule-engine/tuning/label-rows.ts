import { Bitmap } from '../columnar/bitmap.ts';
import type { Frame } from '../executor/expression/domain.ts';
import type { EventFingerprints } from './event-fingerprint.ts';
import type { LabelCounts } from './label.ts';
import type { LabelStore } from './label-store.ts';
import { framedRows } from './rule-run.ts';

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

const listed = new WeakMap<LabelRows, Uint32Array>();

/** The rows with any label, ascending; the same list for the same labels. */
export function labelledRows(labels: LabelRows): Uint32Array {
  let rows = listed.get(labels);
  if (rows === undefined) {
    rows = labels.TP.or(labels.FP).or(labels.unsure).toRows();
    listed.set(labels, rows);
  }
  return rows;
}

/** Labels by position in a frame. */
export function framedLabels(labels: LabelRows, frame: Frame): LabelRows {
  if (frame.rows === undefined) return labels;
  const { TP, FP, unsure } = labels;
  return { TP: framedRows(TP, frame), FP: framedRows(FP, frame), unsure: framedRows(unsure, frame) };
}

/** The labels among some rows. */
export function countLabels(rows: Bitmap, labels: LabelRows): LabelCounts {
  const counts = { TP: 0, FP: 0, unsure: 0 };
  for (const row of labelledRows(labels)) {
    if (!rows.has(row)) continue;
    if (labels.TP.has(row)) counts.TP++;
    else if (labels.FP.has(row)) counts.FP++;
    else counts.unsure++;
  }
  return { ...counts, unlabelled: rows.count() - counts.TP - counts.FP - counts.unsure };
}
