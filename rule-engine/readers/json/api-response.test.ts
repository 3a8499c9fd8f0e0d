import { describe, expect, it } from 'vitest';
import { readAll, scanAll, toBytes } from '../read-text.test-helper.ts';
import {
  azureMonitorReader,
  columnsAndRowsReader,
  huntingApiReader,
  kustoV1Reader,
  kustoV2Reader,
} from './api-response.ts';

describe('API responses', () => {
  it('reads the advanced hunting API in either case and order', async () => {
    const upper =
      '{"Stats":{},"Schema":[{"Name":"FileName","Type":"String"}],"Results":[{"FileName":"lua"},{"FileName":"cmd"}]}';
    const late = '{"results":[{"FileName":"lua"}],"schema":[{"Name":"FileName","Type":"String"}]}';
    const { records } = await readAll(huntingApiReader, upper, 7);
    expect(records.map((record) => record.fields)).toEqual([{ FileName: 'lua' }, { FileName: 'cmd' }]);
    expect(records[0].shape?.types).toEqual(new Map([['FileName', 'String']]));
    expect((await scanAll(huntingApiReader, late)).rows.map((row) => row.cells)).toEqual([
      { FileName: ['string', 'lua'] },
    ]);
  });

  it('reads Azure Monitor tables and reports a partial error', async () => {
    const text =
      '{"tables":[{"name":"PrimaryResult","columns":[{"name":"n","type":"long"}],"rows":[[9007199254740993],[null]]}],"error":{"code":"PartialError","message":"too large"}}';
    const { rows, errors } = await scanAll(azureMonitorReader, text);
    expect(rows.map((row) => row.cells)).toEqual([{ n: ['number', '9007199254740993'] }, {}]);
    expect(errors.map((error) => error.message)).toEqual(['The service reported: too large']);
  });

  it.each([
    '{"preview":false,"init_offset":0,"fields":["x","y"],"rows":[["a",1],["b",null]]}',
    '{"fields":[{"name":"x"},{"name":"y"}],"rows":[["a",1],["b",null]]}',
    '{"columns":[{"name":"x","type":"keyword"},{"name":"y","type":"long"}],"values":[["a",1],["b",null]]}',
    '{"meta":[{"name":"x"},{"name":"y"}],"data":[["a",1],["b",null]],"rows":2}',
    '{"rows":[["a",1],["b",null]],"columns":["x","y"]}',
  ])('reads columns and rows of cells: %s', async (text) => {
    expect(columnsAndRowsReader.detect({ name: 'x.json', bytes: toBytes(text), complete: true })).toBe(0.95);
    for (const size of [80, 4000]) {
      const { records, errors } = await readAll(columnsAndRowsReader, text, size);
      expect([records.map(({ fields }) => fields), errors]).toEqual([
        [
          { x: 'a', y: 1 },
          { x: 'b', y: null },
        ],
        [],
      ]);
      expect((await scanAll(columnsAndRowsReader, text, size)).rows).toHaveLength(2);
    }
  });

  it('reads the first table of Kusto v1, rows before columns too', async () => {
    const table =
      '{"TableName":"T","Rows":[["a",1]],"Columns":[{"ColumnName":"x"},{"ColumnName":"y","DataType":"Int64"}]}';
    const { records } = await readAll(kustoV1Reader, `{"Tables":[${table},${table}]}`);
    expect(records.map((record) => record.fields)).toEqual([{ x: 'a', y: 1 }]);
  });

  it('reads progressive Kusto v2 frames, replaced fragments and errors among rows', async () => {
    const frames = [
      { FrameType: 'DataSetHeader', IsProgressive: true },
      {
        FrameType: 'DataTable',
        TableId: 0,
        TableKind: 'QueryProperties',
        Columns: [{ ColumnName: 'k', ColumnType: 'string' }],
        Rows: [['v']],
      },
      {
        FrameType: 'TableHeader',
        TableId: 1,
        TableKind: 'PrimaryResult',
        TableName: 'PrimaryResult',
        Columns: [{ ColumnName: 'x', ColumnType: 'long' }],
      },
      { FrameType: 'TableFragment', TableId: 1, TableFragmentType: 'DataAppend', Rows: [[1]] },
      { FrameType: 'TableFragment', TableId: 1, TableFragmentType: 'DataReplace', Rows: [[2]] },
      {
        FrameType: 'TableFragment',
        TableId: 1,
        TableFragmentType: 'DataAppend',
        Rows: [[3], { OneApiErrors: [{ error: { '@message': 'limit reached' } }] }],
      },
      { FrameType: 'DataSetCompletion', HasErrors: false },
    ];
    for (const size of [3, 5000]) {
      const { rows, errors } = await scanAll(kustoV2Reader, JSON.stringify(frames), size);
      expect(rows.map((row) => row.cells)).toEqual([{ x: ['number', '2'] }, { x: ['number', '3'] }]);
      expect(errors.map((error) => error.message)).toEqual(['The service reported: limit reached']);
    }
    const { records } = await readAll(kustoV2Reader, JSON.stringify(frames));
    expect(records.map((record) => record.fields)).toEqual([{ x: 2 }, { x: 3 }]);
  });

  it('reports what stands among the rows and is no row, wherever the columns are', async () => {
    const schema = '"Schema":[{"Name":"a","Type":"String"}]';
    for (const text of [`{${schema},"Results":[0,{"a":"x"}]}`, `{"Results":[{"a":"x"},0],${schema}}`]) {
      const { records, errors } = await readAll(huntingApiReader, text);
      expect(records.map((record) => record.fields)).toEqual([{ a: 'x' }]);
      expect(errors.map((error) => error.message)).toEqual(['A row is neither an array nor an object']);
      const { rows } = await scanAll(huntingApiReader, text);
      expect(rows.map((row) => row.cells)).toEqual([{ a: ['string', 'x'] }]);
    }
  });
});
