import { expect, test } from '@playwright/test';
import { Workbench } from './workbench.ts';

const ROWS = 40_000;
const HITS = 25;

/** Events of which one in so many runs Lua, all of the last minutes before the newest. */
function largeLog(): Buffer {
  const lines = ['Timestamp,DeviceName,AccountName,FileName,ProcessCommandLine,InitiatingProcessFileName'];
  for (let row = 0; row < ROWS; row++) {
    const time = new Date(Date.UTC(2030, 0, 1) + row * 10).toISOString();
    const command =
      row % (ROWS / HITS) === 7 ? `lua5 -e os.execute('id') ${row}` : `worker --job ${row} ${'x'.repeat(120)}`;
    lines.push(`${time},host-${row % 50},ada,worker,${command},bash`);
  }
  return Buffer.from(`${lines.join('\n')}\n`);
}

test('a file larger than the memory for events is read as a stream; an edit offers to read it again', async ({
  page,
}) => {
  const workbench = new Workbench(page);
  await page.goto('/?memory=4');
  await workbench.rows.first().waitFor();
  await workbench.editor.waitFor();
  await workbench.panel('Events').click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open files' }).click();
  await (await chooser).setFiles({ name: 'DeviceProcessEvents.csv', mimeType: 'text/csv', buffer: largeLog() });
  const kept = page.getByText('40,000 rows read; 25 hits');
  await expect(kept).toContainText('kept, other rows were not kept.');
  await expect(workbench.tab('Hits')).toContainText('25');
  await expect(page.getByRole('button', { name: 'Read the file again' })).toBeHidden();
  await workbench.ruleTab('Detection').click();
  await workbench.editor.click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('\n| where DeviceName has "host"');
  await page.getByRole('button', { name: 'Read the file again' }).click();
  await expect(page.getByRole('button', { name: 'Read the file again' })).toBeHidden();
  await expect(kept).toBeVisible();
});
