/**
 * Sigma's process_creation fields and the columns of DeviceProcessEvents, as pySigma's Microsoft XDR pipeline has them.
 * `FolderPath` holds the whole path with the file's name.
 * @see https://github.com/AttackIQ/pySigma-backend-kusto
 */
export const sigmaFieldColumns: ReadonlyMap<string, string> = new Map([
  ['Image', 'FolderPath'],
  ['CommandLine', 'ProcessCommandLine'],
  ['ParentImage', 'InitiatingProcessFolderPath'],
  ['ParentCommandLine', 'InitiatingProcessCommandLine'],
  ['OriginalFileName', 'ProcessVersionInfoOriginalFileName'],
  ['Company', 'ProcessVersionInfoCompanyName'],
  ['Product', 'ProcessVersionInfoProductName'],
  ['Description', 'ProcessVersionInfoFileDescription'],
  ['FileVersion', 'ProcessVersionInfoProductVersion'],
  ['IntegrityLevel', 'ProcessIntegrityLevel'],
  ['ProcessId', 'ProcessId'],
  ['ParentProcessId', 'InitiatingProcessId'],
  ['md5', 'MD5'],
  ['sha1', 'SHA1'],
  ['sha256', 'SHA256'],
]);

const columnFields = new Map([...sigmaFieldColumns].map(([field, column]) => [column, field]));

/** Columns of file names, which Sigma knows only as the end of a path. */
const fileNameFields: Readonly<Record<string, string>> = {
  FileName: 'Image',
  InitiatingProcessFileName: 'ParentImage',
};

/** The Sigma field of a column, and whether the column is but the last part of it; undefined when there is none. */
export function sigmaField(column: string): { readonly field: string; readonly fileName: boolean } | undefined {
  if (Object.hasOwn(fileNameFields, column)) return { field: fileNameFields[column], fileName: true };
  const field = columnFields.get(column);
  return field === undefined ? undefined : { field, fileName: false };
}
