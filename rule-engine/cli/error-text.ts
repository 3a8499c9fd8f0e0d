import { QueryError } from '../diagnostics/diagnostic.ts';

/** Why the system did not open a file, by its code. */
const REASONS: { readonly [code: string]: string } = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'this user may not read it',
  EPERM: 'this user may not read it',
};

/** What went wrong, in one line; with `file` where reading it failed. */
export function errorText(error: unknown, file?: string): string {
  if (error instanceof QueryError) {
    const { code, span, message } = error.diagnostic;
    return `${code} at ${span.start}: ${message}`;
  }
  if (!(error instanceof Error)) return String(error);
  const { code, path = file, message }: NodeJS.ErrnoException = error;
  if (path === undefined || code === undefined) return message;
  return `${path} can't be opened: ${REASONS[code] ?? message}`;
}
