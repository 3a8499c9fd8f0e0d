import { expect, it } from 'vitest';
import { makeCheckpoint } from '../../base/checkpoint.ts';
import { areRuleFiles } from './are-rule-files.ts';
import { longestRule } from './recognize-rule.ts';

const query = 'DeviceProcessEvents\n| where FileName has "lua"\n';

/** A file that was moved away after it was picked. */
class LostFile extends File {
  override text(): Promise<string> {
    return Promise.reject(new DOMException('It could not be found', 'NotFoundError'));
  }
}

it('tells rules from events, whatever can’t be read or is too long for a rule among them', async () => {
  const files = [
    new File(['FileName\nlua.exe\n'], 'events.csv'),
    new File([query], 'pasted text'),
    new LostFile([query], 'lost.txt'),
    new File([' '.repeat(longestRule), query], 'long.kql'),
    new File([query], 'rule.kql'),
    new File([query], 'events.csv'),
  ];
  expect(await areRuleFiles(files, makeCheckpoint())).toEqual([false, true, false, false, true, false]);
});

it('stops when it is told to', async () => {
  const stopped = makeCheckpoint(AbortSignal.abort());
  await expect(areRuleFiles([new File([query], 'rule.kql')], stopped)).rejects.toThrow();
});
