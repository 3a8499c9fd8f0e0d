import type { SourceError } from './source-report.ts';

const KEPT = 200;

/** Counts all errors of a source and keeps the first ones. */
export class ErrorLog {
  readonly errors: SourceError[] = [];
  count = 0;

  add(error: SourceError): void {
    this.count++;
    if (this.errors.length < KEPT) this.errors.push(error);
  }

  /** For errors that may be many: the message is made only while errors are kept. */
  addLazily(line: number | undefined, message: () => string): void {
    if (this.errors.length >= KEPT) this.count++;
    else this.add(line === undefined ? { message: message() } : { line, message: message() });
  }
}
