import { expect, test } from '@playwright/test';
import { csvFile, host } from './sample-files.ts';
import { Workbench } from './workbench.ts';

test('typing changes the grid, the counts and the flags, and all of it is there again after a reload', async ({
  page,
}) => {
  const workbench = new Workbench(page);
  await workbench.openForEditing();
  // Rows come by memory that page and worker share.
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await page.evaluate(() => document.documentElement.setAttribute('data-same-document', ''));
  await workbench.pick(csvFile);
  await workbench.search.fill(host);
  await expect(workbench.rows).toHaveCount(1);
  const hits = await workbench.count('Hits');

  await workbench.typePattern('notes.txt', '"socket.tcp"');
  await expect(workbench.rows).toHaveCount(2);
  await expect.poll(() => workbench.count('Hits')).toBe(hits + 1);
  await expect(page.locator('.monaco-editor .view-line', { hasText: 'notes.txt' })).toContainText(
    /notes\.txt\W+1\W+1\sonly/,
  );

  const notepad = workbench.rows.filter({ hasText: 'notepad.exe' });
  await expect(notepad.getByText('OE')).toHaveCount(0);
  await workbench.caretTo('Output', '"os.execute("');
  await page.keyboard.insertText('"notes.txt", ');
  await expect(notepad.getByText('OE')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-same-document');

  await workbench.waitUntilKept('workspace', '\\"notes.txt\\", \\"os.execute(');
  await workbench.waitUntilKept('events', csvFile.name);
  await page.reload();
  await workbench.search.fill(host);
  await expect(workbench.rows).toHaveCount(2);
  await expect(notepad.getByText('OE')).toBeVisible();
  await expect(page.getByText('edited')).toBeVisible();
});

test('a long text that comes as typed is there as it was, at once, and is undone at once', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.openForEditing();
  const hits = await workbench.count('Hits');
  await workbench.caretTo('Patterns', '"socket.tcp"');
  const lines = Array.from({ length: 1500 }, (_, i) => `      "${i}.example (", // [{`);
  await page.keyboard.insertText(`${lines.join('\n')}\n`);
  await workbench.waitUntilKept(
    'workspace',
    JSON.stringify(`\n${lines.slice(-3).join('\n')}\n"socket.tcp"`).slice(1, -1),
  );
  await expect.poll(() => workbench.count('Hits')).toBe(hits);
  await page.keyboard.press('Control+z');
  await expect(page.getByText('edited')).toBeHidden();
});

test('the last key before a reload is not lost', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.openForEditing();
  await workbench.caretTo('Patterns', '"socket.tcp"');
  await page.keyboard.insertText('"last.key", ');
  await page.reload();
  await workbench.editor.waitFor();
  await expect(page.locator('.monaco-editor .view-line', { hasText: 'last.key' })).toBeVisible();
});

test('what the engine lacks keeps the last good result, dimmed, and says so', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.openForEditing();
  const hits = await workbench.count('Hits');
  await workbench.caretTo('Detection', '| where FileName');
  await page.keyboard.insertText('| evaluate python(typeof(*), "result = df") ');
  await expect(page.getByText(/These are the rows of the last good text/)).toBeVisible();
  await expect(page.getByText('Rule has an error')).toBeVisible();
  expect(await workbench.count('Hits')).toBe(hits);
  await expect(workbench.rows.first()).toBeVisible();
  await expect.poll(() => workbench.gridOpacity()).toBeLessThan(1);

  await page.getByRole('button', { name: 'Show it' }).click();
  // The editor undoes what was typed word by word.
  await expect(async () => {
    await page.keyboard.press('Control+z');
    await expect(page.getByText(/These are the rows of the last good text/)).toBeHidden({ timeout: 1000 });
  }).toPass();
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await expect.poll(() => workbench.gridOpacity()).toBe(1);
});

test('the tab of a text with an error tells of it, whichever tab is open, and moves no other', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.openForEditing();
  const whole = await workbench.ruleTab('Whole query').boundingBox();
  await workbench.caretTo('Patterns', 'LuaPatterns');
  await page.keyboard.insertText('Other');
  await expect(page.getByRole('tab', { name: 'Detection has an error' })).toBeVisible();
  expect(await workbench.ruleTab('Whole query').boundingBox()).toEqual(whole);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('tab', { name: 'Detection', exact: true })).toBeVisible();
});

test('the page’s undo and redo go back and forth with the editor’s own', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.openForEditing();
  const [undo, redo] = ['Undo', 'Redo'].map((name) => page.getByRole('button', { name: new RegExp(`^${name}`) }));
  const typed = page.locator('.monaco-editor .view-line', { hasText: 'one two three' });
  await workbench.caretTo('Patterns', '"socket.tcp"');
  await page.keyboard.type('one two three ');
  await expect(typed).toBeVisible();
  for (let steps = 0; steps < 5; steps++) await page.keyboard.press('Control+z');
  await expect(undo).toBeDisabled();
  await expect(redo).toBeEnabled();
  for (let steps = 0; steps < 5; steps++) await page.keyboard.press('Control+y');
  await expect(typed).toBeVisible();
  await expect(redo).toBeDisabled();
});

test('the editor’s undo goes on where the page’s has led, and brings nothing back', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.openForEditing();
  const [undo, redo] = ['Undo', 'Redo'].map((name) => page.getByRole('button', { name: new RegExp(`^${name}`) }));
  const line = (text: string) => page.locator('.monaco-editor .view-line', { hasText: text });
  await workbench.caretTo('Patterns', '"socket.tcp"');
  await page.keyboard.type('one two');
  await expect(undo).toBeEnabled();
  // A longer pause within a word begins another edit of the page's history.
  await page.waitForTimeout(1500);
  await page.keyboard.type('three four ');
  await expect(line('one twothree four')).toBeVisible();
  await undo.click();
  await expect(line('three')).toHaveCount(0);
  await expect(line('one two')).toBeVisible();
  await workbench.editor.click({ position: { x: 4, y: 4 } });
  for (let steps = 0; steps < 4; steps++) await page.keyboard.press('Control+z');
  await expect(line('one t')).toHaveCount(0);
  await expect(undo).toBeDisabled();
  for (let steps = 0; steps < 8; steps++) await page.keyboard.press('Control+y');
  await expect(line('one twothree four')).toBeVisible();
  await expect(redo).toBeDisabled();
  await undo.click();
  await redo.click();
  await expect(line('one twothree four')).toBeVisible();
  await workbench.editor.click({ position: { x: 4, y: 4 } });
  for (let steps = 0; steps < 2; steps++) await page.keyboard.press('Control+z');
  await expect(line('four')).toHaveCount(0);
});

test('an edit in another tab is told until it is put aside, and can be taken over', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.openForEditing();
  const other = new Workbench(await page.context().newPage());
  await other.openForEditing();
  await other.caretTo('Patterns', '"socket.tcp"');
  await other.page.keyboard.insertText('"other.tab", ');
  await other.waitUntilKept('workspace', 'other.tab');
  await page.getByRole('button', { name: 'Take over the other tab’s text' }).click();
  await expect(page.locator('.monaco-editor .view-line', { hasText: 'other.tab' })).toBeVisible();
  await expect(page.getByText(/edited in another tab/)).toBeHidden();
});

test('in a browser that has no room left the text is there again after a reload, and files that are not are told', async ({
  page,
}) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('', 'QuotaExceededError');
    };
  });
  const workbench = new Workbench(page);
  await workbench.openForEditing();
  await workbench.caretTo('Patterns', '"socket.tcp"');
  await page.keyboard.insertText('"no.room", ');
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain('no.room');
  await workbench.pick(csvFile);
  await expect(page.getByText(`A reload will lose ${csvFile.name}: this browser has no room for more.`)).toBeVisible();
  await page.reload();
  await expect(page.locator('.monaco-editor .view-line', { hasText: 'no.room' })).toBeVisible();
});

test('an engine that stops is told in plain words, with what is kept, and the page loaded again goes on with it', async ({
  page,
}) => {
  const workbench = new Workbench(page);
  await workbench.openForEditing();
  const hits = await workbench.count('Hits');
  await workbench.typePattern('whoami', '"lua5"');
  await expect.poll(() => workbench.count('Hits')).toBeGreaterThan(hits);
  const found = await workbench.count('Hits');
  await workbench.waitUntilKept('workspace', 'whoami');
  const engine = page.workers().find((worker) => worker.url().includes('engine.worker'));
  // The page ends a worker that has failed: it is to have answered by then, and whether it has is not waited for.
  const failed = engine?.evaluate(() => {
    setTimeout(() => {
      throw new RangeError('Array buffer allocation failed');
    }, 100);
  });
  failed?.catch(() => undefined);
  await expect(page.getByText('Engine has stopped', { exact: true })).toBeVisible();
  const notice = page.getByText(/^The engine has stopped: .*The rule, its labels and the event files are kept/);
  await expect(notice).toBeVisible();
  await expect(page.getByText(/Array buffer allocation failed/)).toBeHidden();
  await page.getByText('What the browser said').click();
  await expect(page.getByText(/Array buffer allocation failed/)).toBeVisible();
  await page.getByRole('button', { name: 'Load the page again' }).click();
  await expect(notice).toBeHidden();
  await workbench.untilRead();
  expect(await workbench.count('Hits')).toBe(found);
});
