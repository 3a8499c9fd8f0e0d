import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { Workbench } from './workbench.ts';

const labelled = 5;

function labelOf(workbench: Workbench, position: number): Locator {
  return workbench.grid.locator(`[data-position="${position}"] [data-column="#label"]`);
}

async function openLabelled(page: Page): Promise<Workbench> {
  const workbench = new Workbench(page);
  await workbench.openForEditing();
  await expect(labelOf(workbench, 0)).toHaveText(/True positive|False positive/);
  return workbench;
}

/** Labels the first rows by keyboard, each with another key. */
async function labelFirstRows(workbench: Workbench): Promise<void> {
  const names = { u: 'Unsure', f: 'False positive', t: 'True positive' } as const;
  await workbench.grid.focus();
  await workbench.page.keyboard.press('Home');
  for (const [position, key] of (['u', 'f', 't', 'u', 't'] as const).entries()) {
    await workbench.page.keyboard.press(key);
    await expect(labelOf(workbench, position)).toContainText(names[key]);
    await workbench.page.keyboard.press('ArrowDown');
  }
}

test('label, exclude from a cell, be refused, compare with the baseline, undo all', async ({ page }) => {
  const workbench = await openLabelled(page);
  const hits = await workbench.count('Hits');
  const labels = await Promise.all(
    Array.from({ length: labelled }, (_, at) => labelOf(workbench, at).locator('.visually-hidden').textContent()),
  );
  await labelFirstRows(workbench);

  await workbench.grid.locator('[data-position="4"] [data-column="FileName"]').click({ button: 'right' });
  await page.getByRole('menuitem', { name: /Exclude by FileName/ }).click();
  const candidates = page.getByRole('listbox', { name: 'Possible exclusions' }).getByRole('option');
  await candidates
    .filter({ hasText: /hides [1-9]/ })
    .first()
    .click();
  await expect(page.getByText(/^Taken by/)).toBeVisible();
  await page.getByRole('button', { name: 'Add exclusion' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Not added' })).toBeVisible();
  expect(await workbench.count('Hits')).toBe(hits);
  await page.getByRole('textbox', { name: /^Reason/ }).fill('Accepted by the owner of the host');
  await page.getByRole('button', { name: 'Add exclusion' }).click();
  await expect.poll(() => workbench.count('Hits')).toBeLessThan(hits);
  await expect(workbench.editor).toContainText(/@reason\sAccepted\sby\sthe\sowner\sof\sthe\shost/);
  const left = await workbench.count('Hits');

  await workbench.panel('Baseline').click();
  const lost = page.getByRole('button', { name: /lost/ });
  await expect(lost).toContainText(`− ${hits - left}`);
  await lost.click();
  await expect(page.getByText('Rows lost')).toBeVisible();
  await expect(workbench.grid).toHaveAttribute('aria-rowcount', String(hits - left + 1));

  await workbench.tab('Hits').click();
  await undoAll(workbench);
  await expect.poll(() => workbench.count('Hits')).toBe(hits);
  for (const [position, label] of labels.entries()) {
    await expect(labelOf(workbench, position)).toContainText(label ?? '');
  }
});

async function undoAll({ page, grid }: Workbench): Promise<void> {
  const undo = page.getByRole('button', { name: /^Undo/ });
  await grid.focus();
  while (await undo.isEnabled()) {
    const redo = page.getByRole('button', { name: /^Redo/ });
    const before = [await undo.getAttribute('aria-label'), await redo.getAttribute('aria-label')].join();
    await page.keyboard.press('Control+z');
    await expect
      .poll(async () => [await undo.getAttribute('aria-label'), await redo.getAttribute('aria-label')].join())
      .not.toBe(before);
  }
}

test('labels outlive a reload', async ({ page }) => {
  const workbench = await openLabelled(page);
  await workbench.grid.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('u');
  await expect(labelOf(workbench, 0)).toContainText('Unsure');
  await expect.poll(() => keptLabels(page)).toContain('"unsure"');
  await page.reload();
  await expect(labelOf(workbench, 0)).toContainText('Unsure');
});

/** What the browser keeps of the labels, as text. */
function keptLabels(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open('keyval-store');
        opening.onsuccess = () => {
          const reading = opening.result.transaction('keyval').objectStore('keyval').get('penumbra:labels');
          reading.onsuccess = () => resolve(JSON.stringify(reading.result ?? null));
        };
      }),
  );
}

test('a near miss says by what it missed, and its edit makes it a hit', async ({ page }) => {
  const workbench = await openLabelled(page);
  const hits = await workbench.count('Hits');
  await page.getByRole('tab', { name: 'Near misses' }).click();
  const reasons = page.getByRole('region', { name: 'Reasons of near misses' });
  await reasons.getByRole('button', { name: /^Add / }).first().click();
  const preview = page.getByRole('dialog', { name: /^Add / });
  await expect(preview).toContainText(/It adds [1-9]/);
  await preview.getByRole('button', { name: 'Make the edit' }).click();
  await expect.poll(() => workbench.count('Hits')).toBeGreaterThan(hits);
});

test('a number shows exactly its rows: in the impact, in the overlap, in the funnel, in the editor', async ({
  page,
}) => {
  const workbench = await openLabelled(page);
  await workbench.panel('Tuning').click();
  const shows = async (button: Locator, title?: string): Promise<void> => {
    const rows = Number((await button.textContent())?.replace(/\D/g, ''));
    const name = title ?? (await button.getAttribute('title'))?.replace('Show in the grid: ', '') ?? '';
    await button.click();
    await expect(page.getByRole('button', { name: `Drop: ${name}`, exact: true })).toBeVisible();
    await expect(workbench.grid).toHaveAttribute('aria-rowcount', String(rows + 1));
  };
  const named = (name: RegExp): Locator => page.getByRole('button', { name }).first();
  await shows(named(/^Rows that “\.lua” matches/));
  await shows(named(/^Rows that only “\.lua” matches/));
  await shows(named(/^Hits that “\.lua” matches/));
  await shows(named(/^Labelled FP that “\.lua” matches/));
  await shows(named(/^Rows that “.*” removes/));
  await page.getByRole('tab', { name: 'Overlap' }).click();
  await shows(named(/^Rows that “.*” and “.*” match/));
  await page.getByRole('tab', { name: 'Funnel' }).click();
  await shows(named(/^Rows that .* drops/));
  const count = page.locator('.rule-editor .annotation', { hasText: /rows/ }).first();
  await shows(count, 'Rows that “lua.exe” matches');
});

test('a bulk label by a facet leaves the notes, and labels are saved and read again', async ({ page }) => {
  const workbench = await openLabelled(page);
  await workbench.topRow.locator('[data-column="Timestamp"]').click();
  const note = workbench.row.getByRole('textbox', { name: 'Note' });
  await note.fill('Asked the owner');
  await note.press('Enter');
  await page.getByRole('button', { name: 'Facets' }).click();
  const device = (await workbench.topRow.locator('[data-column="DeviceName"]').textContent()) ?? '';
  const facet = page.getByRole('button', { name: `Label rows of DeviceName ${device.replace('…', '')}` });
  await facet.first().press('Enter');
  await page.getByRole('menuitem', { name: 'Unsure' }).click();
  await expect(labelOf(workbench, 0)).toContainText('Unsure');
  await expect(note).toHaveValue('Asked the owner');

  await workbench.panel('Tuning').click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Labels: import, export' }).click();
  await page.getByRole('menuitem', { name: /^Export/ }).click();
  const file = await (await download).path();
  await undoAll(workbench);
  await expect(labelOf(workbench, 0)).not.toContainText('Unsure');
  await workbench.grid.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('x');
  await expect(labelOf(workbench, 0)).toHaveText('');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Labels: import, export' }).click();
  await page.getByRole('menuitem', { name: /^Import/ }).click();
  await (await chooser).setFiles(file);
  await expect(labelOf(workbench, 0)).toContainText('Unsure');
});

test('rows are sorted and filtered by their labels, and counted by them', async ({ page }) => {
  const workbench = await openLabelled(page);
  const total = await workbench.count('Hits');
  const left = async (): Promise<number> => Number(await workbench.grid.getAttribute('aria-rowcount')) - 1;
  await page.getByRole('columnheader').first().getByRole('button', { name: 'Label', exact: true }).click();
  await expect(labelOf(workbench, 0)).toContainText('True positive');

  await page.getByRole('button', { name: 'Label: filter, sort, pin, hide' }).click();
  await page.getByRole('checkbox', { name: 'False positive' }).check();
  await expect(page.getByRole('button', { name: 'Drop: Label is False positive' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect.poll(left).toBeLessThan(total);
  const noise = await left();
  await page.getByRole('button', { name: 'Facets' }).click();
  const facet = page.getByRole('region', { name: 'Facets' }).getByRole('region', { name: 'Label', exact: true });
  await expect(facet.getByRole('button', { name: /False positive/ }).first()).toContainText(String(noise));

  await workbench.grid.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('t');
  await expect.poll(left).toBe(noise - 1);
  await page.keyboard.press('Control+z');
  await expect.poll(left).toBe(noise);
});

test('where the query makes its rows anew, what is counted by labels are events, and said to be', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.openForEditing();
  await workbench.panel('Tuning').click();
  const metrics = page.getByRole('region', { name: 'Metrics' });
  await expect(metrics).toContainText(/Without exclusions \d+ hits/);
  await workbench.caretTo('Output', '| sort by');
  await page.keyboard.insertText('| summarize Timestamp = max(Timestamp) by FileName\n');
  await expect(metrics).toContainText(/Without exclusions \d+ events found/);
});

test('the small histogram of a pattern leads to its rows over time', async ({ page }) => {
  const workbench = await openLabelled(page);
  await workbench.panel('Tuning').click();
  await page.getByRole('button', { name: 'Over time: rows that “.lua” matches' }).click();
  await expect(page.getByRole('tab', { name: 'Over time' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('combobox', { name: 'Show' }).locator('option:checked')).toHaveText('.lua');
  await expect(page.getByRole('application', { name: /^Rows over/ })).toBeVisible();
});

test('a search for exclusions is cancelled, and what it finds is still there after another panel', async ({ page }) => {
  const workbench = await openLabelled(page);
  await workbench.panel('Tuning').click();
  await page.getByRole('tab', { name: 'Suggestions' }).click();
  const panels = page.getByRole('region', { name: 'Panels' });
  const found = page.getByRole('list', { name: 'Suggested exclusions' });
  const search = panels.getByRole('button', { name: 'Suggest exclusions' });
  // Pressed the moment it is there, however fast the machine finds some.
  await panels.evaluate((panels) => {
    const seen = new MutationObserver(() => {
      const cancel = [...panels.querySelectorAll('button')].find((button) => button.textContent === 'Cancel');
      if (!cancel) return;
      seen.disconnect();
      cancel.click();
    });
    seen.observe(panels, { childList: true, subtree: true, characterData: true });
  });
  await search.click();
  await expect(panels.getByRole('status')).toContainText('Finds the few exclusions');
  await expect(search).toBeVisible();
  await expect(found).toHaveCount(0);

  await search.click();
  await expect(found).toBeVisible();
  await workbench.panel('Events').click();
  await workbench.panel('Tuning').click();
  await expect(found).toBeVisible();
});

test('a brush over time filters the grid', async ({ page }) => {
  const workbench = await openLabelled(page);
  await workbench.panel('Tuning').click();
  await page.getByRole('tab', { name: 'Over time' }).click();
  const chart = page.getByRole('application', { name: /^Rows over/ });
  await chart.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('status').filter({ hasText: /hits: \d+/ })).toBeVisible();

  const start = page.getByRole('slider', { name: /^Rows over/ }).first();
  await start.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText(/^Timestamp from/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText(/^Timestamp from/)).toBeHidden();

  const hits = await workbench.count('Hits');
  const { x, y, width } = await placeOf(chart);
  await page.mouse.move(x + width * 0.4, y + 40);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.6, y + 40, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByText(/^Timestamp from/)).toBeVisible();
  await expect.poll(async () => Number(await workbench.grid.getAttribute('aria-rowcount')) - 1).toBeLessThan(hits);
  await page.getByRole('button', { name: 'All times' }).click();
  await expect(page.getByText(/^Timestamp from/)).toBeHidden();
});

test('a bar of the breakdown keeps its value, and the table beside it has the numbers', async ({ page }) => {
  const workbench = await openLabelled(page);
  await workbench.panel('Tuning').click();
  await page.getByRole('tab', { name: 'Breakdown' }).click();
  const chart = page.getByRole('application', { name: 'Hits and excluded rows by DeviceName' });
  const { x, y } = await placeOf(chart);
  const device = page.getByRole('row').filter({ has: chart });
  const hits = Number(await device.getByRole('cell').nth(1).textContent());
  await page.mouse.move(x + 4, y + 12);
  await expect(page.getByRole('status').filter({ hasText: /hits: \d+/ })).toBeVisible();
  await page.mouse.down();
  await page.mouse.up();
  await expect(page.getByRole('button', { name: /^Drop: DeviceName is/ })).toBeVisible();
  await expect(workbench.grid).toHaveAttribute('aria-rowcount', String(hits + 1));
});

async function placeOf(chart: Locator): Promise<{ x: number; y: number; width: number }> {
  const place = await chart.boundingBox();
  expect(place).not.toBeNull();
  return place ?? { x: 0, y: 0, width: 0 };
}

test('axe finds nothing in the tuning panels, the exclusion pane and the near misses', async ({ page }) => {
  const workbench = await openLabelled(page);
  const check = async (): Promise<void> => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([]);
  };
  await workbench.panel('Tuning').click();
  const withChart = new Set(['Over time', 'Breakdown', 'Funnel']);
  for (const name of ['Impact', 'Overlap', 'Over time', 'Breakdown', 'Funnel', 'Suggestions']) {
    await page.getByRole('tab', { name, exact: true }).click();
    if (withChart.has(name)) await page.getByRole('application').first().waitFor();
    await check();
  }
  await workbench.grid.focus();
  await page.keyboard.press('e');
  await expect(page.getByRole('listbox', { name: 'Possible exclusions' })).toBeVisible();
  await check();
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Near misses' }).click();
  await expect(page.getByRole('region', { name: 'Reasons of near misses' })).toBeVisible();
  await workbench.panel('Baseline').click();
  await workbench.ruleTab('Exclusions').click();
  await page.getByRole('switch').first().click();
  await expect(page.getByRole('button', { name: /gained/ })).toBeVisible();
  await check();
});

test('of thousands of patterns the impact has those in sight', async ({ page }) => {
  const workbench = await openLabelled(page);
  const patterns = Array.from({ length: 3000 }, (_, at) => `"pattern${at}"`);
  const text = `let LuaPatterns = dynamic([${patterns.join(',\n')}]);`;
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await workbench.editor.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+v');
  await workbench.panel('Tuning').click();
  const table = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: 'Pattern' }) });
  await expect(table).toHaveAttribute('aria-rowcount', /^30\d\d$/);
  expect(await table.getByRole('row').count()).toBeLessThan(100);
  const row = table.getByRole('row').nth(1);
  const { height } = (await row.boundingBox()) ?? { height: Number.NaN };
  await page.locator('#tuning-panel').evaluate((panel, top) => panel.scrollTo({ top }), 2500 * height);
  await expect(table.getByRole('rowheader', { name: 'pattern2500', exact: true })).toBeVisible();
});
