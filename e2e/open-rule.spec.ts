import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { csvFile, type SampleFile } from './sample-files.ts';
import { Workbench } from './workbench.ts';

const sentinel: SampleFile = {
  name: 'encoded.yaml',
  mimeType: 'application/yaml',
  buffer: Buffer.from(`id: 6f0a1c52-0000-4000-8000-000000000001
name: Encoded PowerShell
severity: High
status: Available
queryFrequency: 1d
queryPeriod: 1d
triggerOperator: gt
triggerThreshold: 5
tactics: [Execution]
relevantTechniques: [T1059.001]
query: |
  let Encoded = dynamic(["-enc", "-EncodedCommand"]);
  DeviceProcessEvents
  | where FileName =~ "powershell.exe" or ProcessCommandLine has_any (Encoded)
  | where InitiatingProcessFileName !in ("monitor.exe")
  | project Timestamp, DeviceName, FileName, ProcessCommandLine
customDetails:
  Device: DeviceName
kind: Scheduled
`),
};

const sigma: SampleFile = {
  name: 'one-liner.yml',
  mimeType: 'application/yaml',
  buffer: Buffer.from(`title: Lua one-liner
id: 6f0a1c52-0000-4000-8000-000000000002
logsource: {category: process_creation, product: windows}
detection:
  selection:
    Image|endswith: '\\lua.exe'
    CommandLine|contains: ' -e '
  filter:
    ParentImage|endswith: '\\git.exe'
  condition: selection and not filter
level: medium
`),
};

test('a rule is dropped beside events, compared with the former one, undone, kept and saved in other forms', async ({
  page,
}, info) => {
  const workbench = new Workbench(page);
  await workbench.openForEditing();
  const title = page.getByRole('button', { name: /^Lua execution/ });
  const opened = page.getByRole('button', { name: /^Encoded PowerShell/ });
  const all = await workbench.count('All events');
  const hits = await workbench.count('Hits');
  await expect(title).toBeVisible();
  await workbench.drop([sentinel, csvFile]);
  await expect(opened).toContainText('T1059.001');
  await expect.poll(() => workbench.count('All events')).toBe(all + 2);
  await expect.poll(() => workbench.count('Hits')).not.toBe(hits);
  await expect(workbench.editor).toContainText('EncodedCommand');
  await workbench.panel('Rule').click();
  const note = page.getByRole('note').filter({ hasText: 'Opened from encoded.yaml' });
  await expect(note).toContainText('A trigger other than more than 0 results is not kept');
  await expect(note).toContainText('customDetails is not kept');
  await workbench.ruleTab('Exclusions').click();
  await expect(page.getByRole('switch')).toHaveCount(1);

  await workbench.panel('Baseline').click();
  await page.getByRole('radio', { name: 'Compare with Lua execution, before encoded.yaml' }).check();
  await expect(page.getByRole('button', { name: /lost/ })).toContainText('−');
  await page.reload();
  await expect(opened).toBeVisible();
  await workbench.rows.first().waitFor();

  await workbench.command('open shipped rule');
  await expect(title).toBeVisible();
  await expect.poll(() => workbench.count('Hits')).toBeGreaterThanOrEqual(hits);
  await workbench.editor.click({ position: { x: 4, y: 4 } });
  await page.keyboard.press('Control+z');
  await expect(opened).toBeVisible();
  await page.getByRole('button', { name: 'Redo: Open the shipped rule' }).click();
  await expect(title).toBeVisible();

  const download = page.waitForEvent('download');
  await workbench.command('save rule sentinel yaml');
  const path = info.outputPath('saved.yaml');
  await (await download).saveAs(path);
  expect(await readFile(path, 'utf8')).toContain('name: Lua execution\n');
  await expect(page.getByRole('status').filter({ hasText: 'Saved as Lua-execution.yaml' })).toContainText(
    'falsePositives',
  );
  const chooser = page.waitForEvent('filechooser');
  await workbench.command('open a rule');
  await (await chooser).setFiles({ ...csvFile });
  await expect(page.getByRole('status').filter({ hasText: 'no rule was opened' })).toContainText('export.csv');
  await expect(title).toBeVisible();
});

test('what an empty part of a rule may hold is not written over the other parts', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.openForEditing();
  const placeholder = page.locator('.editorPlaceholder');
  await workbench.drop([sigma]);
  await expect(page.getByRole('button', { name: /^Lua one-liner/ })).toBeVisible();
  await workbench.ruleTab('Patterns').click();
  await expect(placeholder).toBeVisible();
  for (const [tab, text] of [
    ['Detection', 'FolderPath'],
    ['Exclusions', 'git.exe'],
  ] as const) {
    await workbench.ruleTab(tab).click();
    await expect(workbench.editor).toContainText(text);
    await expect(placeholder).toBeHidden();
  }
  await workbench.ruleTab('Output').click();
  await expect(placeholder).toContainText('project');
});

test('what a saved form of the rule leaves out stays on screen until it is put aside', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.command('save rule sigma');
  const left = page.getByRole('region', { name: /^Saved as Lua-execution\.yml/ });
  await expect(left.getByRole('listitem').first()).toContainText('is left out');
  await workbench.command('save rule kql');
  await expect(page.getByRole('status').filter({ hasText: 'Saved as Lua-execution.kql' })).toBeVisible();
  await expect(left).toHaveCount(0);
  await workbench.command('save rule sigma');
  await page.getByRole('button', { name: 'Put aside' }).click();
  await expect(left).toHaveCount(0);
});

test('a rule that the browser kept and that can’t be opened is told, kept apart and saved as a file', async ({
  page,
}) => {
  const workbench = new Workbench(page);
  await workbench.openForEditing();
  await workbench.leave('workspace', { rule: 'x', segments: { detection: 'MyTable | where Name has "mine"' } });
  await workbench.open();
  const dialog = page.getByRole('dialog', { name: 'The rule of your last visit' });
  await expect(dialog).toContainText('can’t be opened');
  await dialog.getByRole('button', { name: 'Go on with the shipped rule' }).click();
  await expect(dialog).toBeHidden();

  await page.reload();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save what is left' }).click();
  expect(await readFile(await (await download).path(), 'utf8')).toContain('MyTable | where Name has');
  await dialog.getByRole('button', { name: 'Drop it' }).click();
  await page.reload();
  await workbench.untilRead();
  await expect(dialog).toBeHidden();
});

test('a rule that was left with a plan that can’t be used is compiled anew', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.openForEditing();
  const hits = await workbench.count('Hits');
  await workbench.caretTo('Patterns', '"socket.tcp"');
  await page.keyboard.insertText('"left.behind", ');
  await workbench.waitUntilKept('workspace', 'left.behind');
  await workbench.leave('workspace', {
    ...(await workbench.kept('workspace')),
    plan: { kind: 'nonsense', columns: [] },
  });
  await workbench.open();
  await expect.poll(() => workbench.count('Hits')).toBe(hits);
  await expect(page.locator('.monaco-editor .view-line', { hasText: 'left.behind' })).toContainText('dead');

  const { segments, ...rule } = await workbench.kept('workspace');
  await workbench.leave('workspace', { ...rule, segments: { ...segments, output: '| where Nonsense' } });
  await page.goto('/');
  await expect(page.getByText('The rule has an error, so it is not evaluated')).toBeVisible();
});
