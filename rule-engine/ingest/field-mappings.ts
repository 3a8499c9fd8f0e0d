/** The fields of the source are the columns of the table. */
export const BY_COLUMN_NAMES = { id: 'column-names', title: 'Fields are columns of a known table' };
/** A table named after the file, with a column a field. */
export const OWN_TABLE = { id: 'own-table', title: 'A table of its own' };
